<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_EG">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About HKJ Desktop</source>
        <translation>عن HKJ Desktop</translation>
    </message>
    <message>
        <source>HKJ Desktop {version}</source>
        <translation>برنامج HKJ Desktop، الإصدار {version}</translation>
    </message>
    <message>
        <source>Sends your catalogue to your shop.</source>
        <translation>يرسل كتالوجك إلى متجرك.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. Built with Qt and PySide6 (LGPL), Python, polars, httpx and Lucide icons.</source>
        <translation>برنامج حر برخصة MIT، مبني على Qt وPySide6‏ (LGPL) وPython وpolars وhttpx وأيقونات Lucide.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الرخصة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>AlsoBox</name>
    <message>
        <source>Send to this shop too, in one go</source>
        <extracomment>Check box on the page of a second shop: each sending goes to the shop in use and to this one as well.</extracomment><translation>أرسل إلى هذا المتجر أيضًا في المرة نفسها</translation>
    </message>
    <message>
        <source>What you send to {shop} then goes here as well.</source>
        <translation>ما ترسله إلى {shop} يصل إلى هنا أيضًا.</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Sending a catalogue</source>
        <extracomment>Reason that the operating system shows for the computer being kept awake.</extracomment>
        <translation>إرسال كتالوج</translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>Picture not found</source>
        <translation>الصورة غير موجودة</translation>
    </message>
    <message>
        <source>Not a picture</source>
        <translation>ليست صورة</translation>
    </message>
    <message>
        <source>No web address</source>
        <translation>العنوان غير صحيح</translation>
    </message>
    <message>
        <source>Picture too large</source>
        <translation>الصورة كبيرة جدًا</translation>
    </message>
    <message>
        <source>Picture not loaded</source>
        <translation>لم تُحمّل الصورة</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>بلا سعر</translation>
    </message>
    <message>
        <source>from</source>
        <extracomment>Stands before the lowest price of a product whose variants cost different amounts: from 2.500 JOD.</extracomment><translation>من</translation>
    </message>
    <message>
        <source>JOD</source>
        <translation>د.أ</translation>
    </message>
</context>
<context>
    <name>CardModel</name>
    <message>
        <source>Product</source>
        <extracomment>Beside the order in the number of the column by which is sorted: in groups, by the Arabic words. The category by which a row is grouped; "" for those without one.</extracomment>
        <translation>المنتج</translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation>بلا تصنيف</translation>
    </message>
    <message numerus="yes">
        <source>%n in stock</source>
        <translation>
            <numerusform>نفدت الكمية</numerusform>
            <numerusform>الكمية: %n</numerusform>
            <numerusform>الكمية: %n</numerusform>
            <numerusform>الكمية: %n</numerusform>
            <numerusform>الكمية: %n</numerusform>
            <numerusform>الكمية: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>نفدت الكمية</translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>لا خيارات</numerusform>
            <numerusform>خيار واحد</numerusform>
            <numerusform>خياران</numerusform>
            <numerusform>%n خيارات</numerusform>
            <numerusform>%n خيارًا</numerusform>
            <numerusform>%n خيار</numerusform>
        </translation>
    </message>
    <message>
        <source>No price</source>
        <translation>بلا سعر</translation>
    </message>
    <message>
        <source>from {price} dinars</source>
        <translation>من {price} دينار</translation>
    </message>
    <message>
        <source>{price} dinars</source>
        <translation>{price} دينار</translation>
    </message>
    <message>
        <source>{shop}: {state}</source>
        <translation>{shop}: {state}</translation>
    </message>
</context>
<context>
    <name>CardTools</name>
    <message>
        <source>Small cards</source>
        <translation>بطاقات صغيرة</translation>
    </message>
    <message>
        <source>Medium cards</source>
        <translation>بطاقات متوسطة</translation>
    </message>
    <message>
        <source>Large cards</source>
        <translation>بطاقات كبيرة</translation>
    </message>
    <message>
        <source>Both languages</source>
        <translation>اللغتان معًا</translation>
    </message>
    <message>
        <source>Arabic only</source>
        <translation>العربية فقط</translation>
    </message>
    <message>
        <source>English only</source>
        <translation>الإنجليزية فقط</translation>
    </message>
    <message>
        <source>In the order of the file</source>
        <translation>بترتيب الملف</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>حسب الاسم</translation>
    </message>
    <message>
        <source>By price</source>
        <translation>حسب السعر</translation>
    </message>
    <message>
        <source>By stock</source>
        <extracomment>Sort order: by the number of pieces.</extracomment><translation>حسب الكمية</translation>
    </message>
    <message>
        <source>View</source>
        <extracomment>Noun: button of a menu with the size, order and languages of the cards.</extracomment><translation>العرض</translation>
    </message>
    <message>
        <source>How cards are shown</source>
        <translation>طريقة عرض البطاقات</translation>
    </message>
    <message>
        <source>Group by category</source>
        <translation>تجميع حسب التصنيف</translation>
    </message>
    <message>
        <source>Show the charts</source>
        <translation>عرض الرسوم البيانية</translation>
    </message>
    <message>
        <source>Check all pictures</source>
        <translation>فحص كل الصور</translation>
    </message>
    <message>
        <source>Match a folder of photos…</source>
        <translation>ربط مجلد صور…</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Products as cards</source>
        <translation>المنتجات في بطاقات</translation>
    </message>
</context>
<context>
    <name>CategoryChart</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <comment>categories</comment>
        <translation>
            <numerusform>لا تصنيفات أخرى</numerusform>
            <numerusform>تصنيف آخر</numerusform>
            <numerusform>تصنيفان آخران</numerusform>
            <numerusform>%n تصنيفات أخرى</numerusform>
            <numerusform>%n تصنيفًا آخر</numerusform>
            <numerusform>%n تصنيف آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>No category</source>
        <translation>بلا تصنيف</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Typing</source>
        <translation>الكتابة</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>اللصق</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>التعبئة للأسفل</translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>Noun, name of a step that can be undone: the selected cells were emptied.</extracomment><translation>المسح</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>البحث والاستبدال</translation>
    </message>
    <message>
        <source>Fix file</source>
        <translation>ملف التصحيح</translation>
    </message>
    <message>
        <source>Changes from before</source>
        <translation>التعديلات السابقة</translation>
    </message>
    <message>
        <source>Fix for me</source>
        <extracomment>Name of the step of the button of the same words; keep both the same.</extracomment><translation>أصلح عنّي</translation>
    </message>
    <message>
        <source>Picture addresses</source>
        <translation>عناوين الصور</translation>
    </message>
</context>
<context>
    <name>ChangesList</name>
    <message>
        <source>What changes</source>
        <translation>ما يتغيّر</translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>Tab of a table: products that the shop does not have yet.</extracomment><translation>الجديد</translation>
    </message>
    <message>
        <source>Not in this file</source>
        <translation>ليس في الملف</translation>
    </message>
    <message>
        <source>What to list</source>
        <translation>ما تعرضه القائمة</translation>
    </message>
    <message>
        <source>Cannot be deleted ({n})</source>
        <translation>لا يمكن حذفه ({n})</translation>
    </message>
    <message>
        <source>What changes ({n})</source>
        <translation>ما يتغيّر ({n})</translation>
    </message>
    <message>
        <source>New ({n})</source>
        <translation>الجديد ({n})</translation>
    </message>
    <message>
        <source>Stays in the shop</source>
        <translation>يبقى في المتجر</translation>
    </message>
    <message>
        <source>Will be added</source>
        <translation>سيُضاف</translation>
    </message>
    <message>
        <source>Not in this file ({n})</source>
        <translation>ليس في الملف ({n})</translation>
    </message>
</context>
<context>
    <name>ChangesModel</name>
    <message>
        <source>Product</source>
        <extracomment>Fils are shown in dinars, and so by the name of that field.</extracomment>
        <translation>المنتج</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>رمز المنتج (SKU)</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Last sent from here</source>
        <translation>آخر ما أُرسل من هنا</translation>
    </message>
    <message>
        <source>Will be</source>
        <extracomment>Column head beside “Last sent from here”: the value after sending.</extracomment><translation>سيصبح</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>{part} (chosen)</source>
        <extracomment>Whether it reads the other way in a right-to-left window, so that the arrow keys do too.</extracomment>
        <translation>{part} (الاختيار الحالي)</translation>
    </message>
    <message>
        <source>Click to show all again</source>
        <translation>انقر لعرض الكل من جديد</translation>
    </message>
    <message>
        <source>Click to show only these</source>
        <translation>انقر لعرضها وحدها</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>{name}: {products}</source>
        <extracomment>Below this width the words of the states need the room of their ring. Degrees: one bad product in a million is still seen, and parts do not touch.</extracomment>
        <translation>{name}: {products}</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>المنتجات</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>التصنيفات</translation>
    </message>
    <message>
        <source>Prices in dinars</source>
        <translation>الأسعار بالدينار</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>نفدت الكمية</translation>
    </message>
    <message>
        <source>{name} {count}</source>
        <translation>{name} {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>لا منتجات</numerusform>
            <numerusform>منتج واحد</numerusform>
            <numerusform>منتجان</numerusform>
            <numerusform>%n منتجات</numerusform>
            <numerusform>%n منتجًا</numerusform>
            <numerusform>%n منتج</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckNotices</name>
    <message>
        <source>Match the columns…</source>
        <translation>مطابقة الأعمدة…</translation>
    </message>
    <message>
        <source>If one of your columns holds it, say which: {fields}</source>
        <translation>إن كانت في أحد أعمدتك فحدّده: {fields}</translation>
    </message>
    <message>
        <source>Your file has no column for it, so no product can be sent yet. Add one for: {fields}</source>
        <translation>لا عمود لها في ملفك، فلا يمكن إرسال أي منتج بعد. أضف عمودًا لما يلي: {fields}</translation>
    </message>
    <message>
        <source>Something that the shop needs is missing in every row</source>
        <translation>معلومة يحتاجها المتجر ناقصة في كل الصفوف</translation>
    </message>
    <message>
        <source>“{column}” holds two titles in each cell. Part them?</source>
        <translation>في كل خلية من «{column}» اسمان. هل نفصلهما؟</translation>
    </message>
    <message>
        <source>{example} would become {arabic} and {english}.</source>
        <translation>سيصبح «{example}» اسمين: «{arabic}» و«{english}».</translation>
    </message>
    <message>
        <source>Part them</source>
        <extracomment>Button: put the Arabic and the English title, which stand in one cell, into two columns.</extracomment><translation>افصل الاسمين</translation>
    </message>
    <message>
        <source>Leave them together</source>
        <translation>اتركهما معًا</translation>
    </message>
    <message>
        <source>in dinars, with a decimal comma</source>
        <translation>بالدينار، والفاصلة للكسور</translation>
    </message>
    <message>
        <source>in dinars</source>
        <translation>بالدينار</translation>
    </message>
    <message>
        <source>in fils</source>
        <translation>بالفلس</translation>
    </message>
    <message>
        <source>in piastres</source>
        <translation>بالقرش</translation>
    </message>
    <message>
        <source>{price} ({unit})</source>
        <translation>{price} ({unit})</translation>
    </message>
    <message>
        <source>How are the prices in “{column}” written?</source>
        <translation>كيف كُتبت الأسعار في «{column}»؟</translation>
    </message>
    <message>
        <source>{example} can be read in more than one way, and we do not guess with prices. It is:</source>
        <extracomment>Followed by buttons, one for each reading of the price.</extracomment><translation>السعر {example} يُقرأ بأكثر من طريقة، ونحن لا نخمّن في الأسعار. المقصود:</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Table</source>
        <translation>الجدول</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>المشكلات</translation>
    </message>
    <message>
        <source>View</source>
        <extracomment>Heard only: name of the switch between cards, table and problems.</extracomment><translation>طريقة العرض</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>ابحث في المنتجات</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>Heard only: name of the row of filters (All, Problems, Worth a look).</extracomment><translation>عرض</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>A lower page has no room for the charts.</extracomment>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>البطاقات</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>from {system}</source>
        <extracomment>The program or shop system that wrote the file, such as Shopify; stands first in a line of facts.</extracomment><translation>من {system}</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>لا منتجات</numerusform>
            <numerusform>منتج واحد</numerusform>
            <numerusform>منتجان</numerusform>
            <numerusform>%n منتجات</numerusform>
            <numerusform>%n منتجًا</numerusform>
            <numerusform>%n منتج</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>لا شيء جاهز</numerusform>
            <numerusform>واحد جاهز</numerusform>
            <numerusform>اثنان جاهزان</numerusform>
            <numerusform>%n جاهزة</numerusform>
            <numerusform>%n جاهزة</numerusform>
            <numerusform>%n جاهزة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a problem</source>
        <translation>
            <numerusform>لا مشكلات</numerusform>
            <numerusform>واحد فيه مشكلة</numerusform>
            <numerusform>اثنان فيهما مشكلة</numerusform>
            <numerusform>%n فيها مشكلة</numerusform>
            <numerusform>%n فيها مشكلة</numerusform>
            <numerusform>%n فيها مشكلة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worth a look</source>
        <translation>
            <numerusform>لا شيء يحتاج نظرة</numerusform>
            <numerusform>واحد يحتاج نظرة</numerusform>
            <numerusform>اثنان يحتاجان نظرة</numerusform>
            <numerusform>%n تحتاج نظرة</numerusform>
            <numerusform>%n تحتاج نظرة</numerusform>
            <numerusform>%n تحتاج نظرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed here</source>
        <extracomment>Changes that the person made to the file in this program.</extracomment><translation>
            <numerusform>لا تعديلات هنا</numerusform>
            <numerusform>تعديل واحد هنا</numerusform>
            <numerusform>تعديلان هنا</numerusform>
            <numerusform>%n تعديلات هنا</numerusform>
            <numerusform>%n تعديلًا هنا</numerusform>
            <numerusform>%n تعديل هنا</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns: {n} of {total} understood</source>
        <translation>الأعمدة المفهومة: {n} من {total}</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>تراجع: {step}</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>إعادة: {step}</translation>
    </message>
    <message>
        <source>Sheet: {name}</source>
        <translation>الورقة: {name}</translation>
    </message>
    <message>
        <source>Show the charts (the window is too low for them)</source>
        <translation>عرض الرسوم البيانية (النافذة لا تتسع لها)</translation>
    </message>
    <message>
        <source>Show the charts</source>
        <translation>عرض الرسوم البيانية</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>تحتاج نظرة</translation>
    </message>
</context>
<context>
    <name>CheckViews</name>
    <message>
        <source>Products as cards</source>
        <translation>المنتجات في بطاقات</translation>
    </message>
    <message>
        <source>Table of products</source>
        <translation>جدول المنتجات</translation>
    </message>
    <message>
        <source>Open the product</source>
        <translation>فتح المنتج</translation>
    </message>
    <message>
        <source>List of problems</source>
        <translation>قائمة المشكلات</translation>
    </message>
    <message>
        <source>Show in the table</source>
        <translation>عرض في الجدول</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>Search for something else, or show all.</source>
        <translation>ابحث عن شيء آخر، أو اعرض الكل.</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>لا مشكلات</translation>
    </message>
    <message>
        <source>Every product is ready to be sent.</source>
        <translation>كل المنتجات جاهزة للإرسال.</translation>
    </message>
    <message>
        <source>Every product is ready for {shop}.</source>
        <translation>كل المنتجات جاهزة للإرسال إلى {shop}.</translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message>
        <source>Nothing is left to be mended in this way</source>
        <translation>لم يعد هناك ما يمكن تصحيحه بهذه الطريقة</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>تم الحفظ</translation>
    </message>
    <message>
        <source>Undo everything</source>
        <translation>تراجع عن كل شيء</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>بحث واستبدال</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that you made here before are back</source>
        <translation>
            <numerusform>لا تعديلات سابقة هنا</numerusform>
            <numerusform>عاد تعديل واحد أجريته هنا من قبل</numerusform>
            <numerusform>عاد تعديلان أجريتهما هنا من قبل</numerusform>
            <numerusform>عادت %n تعديلات أجريتها هنا من قبل</numerusform>
            <numerusform>عاد %n تعديلًا أجريته هنا من قبل</numerusform>
            <numerusform>عاد %n تعديل أجريته هنا من قبل</numerusform>
        </translation>
    </message>
    <message>
        <source>Start from the file</source>
        <translation>البدء من الملف</translation>
    </message>
    <message numerus="yes">
        <source>%n of your changes fit it as it is now.</source>
        <translation>
            <numerusform>لا تعديل من تعديلاتك يناسبه كما هو الآن.</numerusform>
            <numerusform>تعديل واحد من تعديلاتك يناسبه كما هو الآن.</numerusform>
            <numerusform>اثنان من تعديلاتك يناسبانه كما هو الآن.</numerusform>
            <numerusform>%n من تعديلاتك تناسبه كما هو الآن.</numerusform>
            <numerusform>%n من تعديلاتك تناسبه كما هو الآن.</numerusform>
            <numerusform>%n من تعديلاتك تناسبه كما هو الآن.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take them over</source>
        <extracomment>Button: use the changes made in an earlier session on the file as it is now.</extracomment><translation>اعتماد التعديلات</translation>
    </message>
    <message numerus="yes">
        <source>%n do not: what they were made to is no longer there.</source>
        <translation>
            <numerusform>لا تعديلات ضاع مكانها.</numerusform>
            <numerusform>تعديل واحد لا يناسبه: لم يعد مكانه موجودًا.</numerusform>
            <numerusform>تعديلان لا يناسبانه: لم يعد مكانهما موجودًا.</numerusform>
            <numerusform>%n تعديلات لا تناسبه: لم يعد مكانها موجودًا.</numerusform>
            <numerusform>%n تعديلًا لا تناسبه: لم يعد مكانها موجودًا.</numerusform>
            <numerusform>%n تعديل لا تناسبه: لم يعد مكانها موجودًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>This file was changed elsewhere since you worked on it here</source>
        <translation>تغيّر هذا الملف في مكان آخر منذ عملت عليه هنا</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>تم التراجع عن: {step}</translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <translation>تمت إعادة: {step}</translation>
    </message>
    <message numerus="yes">
        <source>{step}: %n changed</source>
        <extracomment>Cells that a step changed, such as “Fill down: 4 changed”.</extracomment><translation>
            <numerusform>{step}: لا تعديلات</numerusform>
            <numerusform>{step}: تعديل واحد</numerusform>
            <numerusform>{step}: تعديلان</numerusform>
            <numerusform>{step}: %n تعديلات</numerusform>
            <numerusform>{step}: %n تعديلًا</numerusform>
            <numerusform>{step}: %n تعديل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) were changed meanwhile, and stay as you changed them</source>
        <translation>
            <numerusform>لم تعدّل أي خلية في هذه الأثناء</numerusform>
            <numerusform>عدّلت خلية واحدة في هذه الأثناء، فبقيت كما عدّلتها</numerusform>
            <numerusform>عدّلت خليتين في هذه الأثناء، فبقيتا كما عدّلتهما</numerusform>
            <numerusform>عدّلت %n خلايا في هذه الأثناء، فبقيت كما عدّلتها</numerusform>
            <numerusform>عدّلت %n خلية في هذه الأثناء، فبقيت كما عدّلتها</numerusform>
            <numerusform>عدّلت %n خلية في هذه الأثناء، فبقيت كما عدّلتها</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything was changed</source>
        <translation>لم يتغيّر كل شيء</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) found no place below the last row</source>
        <translation>
            <numerusform>اتسع المكان لكل الصفوف</numerusform>
            <numerusform>لا مكان لصف واحد بعد الصف الأخير</numerusform>
            <numerusform>لا مكان لصفين بعد الصف الأخير</numerusform>
            <numerusform>لا مكان لـ %n صفوف بعد الصف الأخير</numerusform>
            <numerusform>لا مكان لـ %n صفًا بعد الصف الأخير</numerusform>
            <numerusform>لا مكان لـ %n صف بعد الصف الأخير</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) found no place behind the last one</source>
        <translation>
            <numerusform>اتسع المكان لكل الأعمدة</numerusform>
            <numerusform>لا مكان لعمود واحد بعد العمود الأخير</numerusform>
            <numerusform>لا مكان لعمودين بعد العمود الأخير</numerusform>
            <numerusform>لا مكان لـ %n أعمدة بعد العمود الأخير</numerusform>
            <numerusform>لا مكان لـ %n عمودًا بعد العمود الأخير</numerusform>
            <numerusform>لا مكان لـ %n عمود بعد العمود الأخير</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>One file at a time, please</source>
        <extracomment>Endings of what is certainly no catalogue; anything else is judged by its content after the drop.</extracomment>
        <translation>ملف واحد في كل مرة</translation>
    </message>
    <message>
        <source>Drop the catalogue alone.</source>
        <translation>أفلت الكتالوج وحده.</translation>
    </message>
    <message>
        <source>Drop to match the photos in {name}</source>
        <translation>أفلت لربط صور المجلد {name}</translation>
    </message>
    <message>
        <source>Their names are compared with SKUs and barcodes.</source>
        <translation>تُقارن أسماؤها برموز المنتجات والباركود.</translation>
    </message>
    <message>
        <source>Drop to check {name}</source>
        <translation>أفلت لفحص {name}</translation>
    </message>
    <message>
        <source>It is only read. Nothing is sent yet.</source>
        <translation>نقرؤه فقط، ولا نرسل شيئًا الآن.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong that we did not foresee</source>
        <translation>حدث خطأ لم نتوقعه</translation>
    </message>
    <message>
        <source>Nothing was lost. The details help us to mend it.</source>
        <translation>لم تفقد شيئًا. التفاصيل تساعدنا على إصلاح الخطأ.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, copy the details and send them to us.</source>
        <translation>حاول مرة أخرى. إن تكرر الخطأ فانسخ التفاصيل وأرسلها إلينا.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>توقفت العملية</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>أنت أوقفتها.</translation>
    </message>
    <message>
        <source>Start again whenever you like.</source>
        <translation>ابدأ من جديد متى شئت.</translation>
    </message>
    <message>
        <source>This cannot be done like that</source>
        <translation>لا يمكن تنفيذ ذلك بهذه الطريقة</translation>
    </message>
    <message>
        <source>{what}</source>
        <translation>{what}</translation>
    </message>
    <message>
        <source>Add --help to see what is possible.</source>
        <translation>أضف ‎--help لترى ما يمكنك فعله.</translation>
    </message>
    <message>
        <source>“{name}” cannot be used</source>
        <translation>تعذّر استخدام «{name}»</translation>
    </message>
    <message>
        <source>Something is wrong with this file.</source>
        <translation>في هذا الملف خلل ما.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>اختر ملفًا آخر.</translation>
    </message>
    <message>
        <source>“{name}” is not there</source>
        <translation>الملف «{name}» غير موجود</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted, or its disk is not connected.</source>
        <translation>ربما تغيّر مكانه أو اسمه، أو حُذف، أو أن قرصه غير موصول.</translation>
    </message>
    <message>
        <source>Find the file and drop it here again.</source>
        <translation>ابحث عن الملف ثم أفلته هنا من جديد.</translation>
    </message>
    <message>
        <source>“{name}” is a folder</source>
        <translation>«{name}» مجلد وليس ملفًا</translation>
    </message>
    <message>
        <source>A catalogue is one file.</source>
        <translation>الكتالوج ملف واحد.</translation>
    </message>
    <message>
        <source>Open the folder and drop the catalogue file itself.</source>
        <translation>افتح المجلد وأفلت ملف الكتالوج نفسه.</translation>
    </message>
    <message>
        <source>This computer does not let us read “{name}”</source>
        <translation>لا يسمح هذا الجهاز بقراءة «{name}»</translation>
    </message>
    <message>
        <source>The file belongs to somebody else, or another program holds it.</source>
        <translation>الملف لمستخدم آخر، أو أنه مفتوح في برنامج آخر.</translation>
    </message>
    <message>
        <source>Close it in other programs, or copy it to your own documents and drop the copy here.</source>
        <translation>أغلقه في البرامج الأخرى، أو انسخه إلى مستنداتك وأفلت النسخة هنا.</translation>
    </message>
    <message>
        <source>“{name}” is empty</source>
        <translation>الملف «{name}» فارغ</translation>
    </message>
    <message>
        <source>There is nothing in this file.</source>
        <translation>لا شيء في هذا الملف.</translation>
    </message>
    <message>
        <source>Save it again from the program that it comes from, or choose another file.</source>
        <translation>احفظه من جديد من البرنامج الذي جاء منه، أو اختر ملفًا آخر.</translation>
    </message>
    <message>
        <source>“{name}” is not a catalogue</source>
        <translation>الملف «{name}» ليس كتالوجًا</translation>
    </message>
    <message>
        <source>It is something else than a table of products, whatever its name says.</source>
        <translation>محتواه ليس جدول منتجات، مهما كان اسمه.</translation>
    </message>
    <message>
        <source>Drop an Excel, CSV, JSON or XML file.</source>
        <translation>أفلت ملف إكسل أو CSV أو JSON أو XML.</translation>
    </message>
    <message>
        <source>“{name}” is a picture</source>
        <translation>الملف «{name}» صورة</translation>
    </message>
    <message>
        <source>Its name may say something else, but a picture is inside.</source>
        <translation>قد يوحي اسمه بغير ذلك، لكن ما بداخله صورة.</translation>
    </message>
    <message>
        <source>Drop the list of products: an Excel, CSV, JSON or XML file.</source>
        <translation>أفلت قائمة المنتجات: ملف إكسل أو CSV أو JSON أو XML.</translation>
    </message>
    <message>
        <source>“{name}” is a PDF</source>
        <translation>الملف «{name}» بصيغة PDF</translation>
    </message>
    <message>
        <source>A PDF is made for printing; its cells cannot be read safely.</source>
        <translation>ملفات PDF معدّة للطباعة، ولا يمكن الاعتماد على قراءة خلاياها.</translation>
    </message>
    <message>
        <source>Ask for the same list as an Excel or CSV file.</source>
        <translation>اطلب القائمة نفسها في ملف إكسل أو CSV.</translation>
    </message>
    <message>
        <source>“{name}” is a packed archive</source>
        <translation>الملف «{name}» مضغوط</translation>
    </message>
    <message>
        <source>The catalogue may be inside it.</source>
        <translation>قد يكون الكتالوج بداخله.</translation>
    </message>
    <message>
        <source>Unpack it and drop the file that is inside.</source>
        <translation>فكّ ضغطه وأفلت الملف الذي بداخله.</translation>
    </message>
    <message>
        <source>“{name}” is a text document</source>
        <translation>الملف «{name}» مستند نصي</translation>
    </message>
    <message>
        <source>A document has no rows and columns that can be read safely.</source>
        <translation>ليس في المستندات صفوف وأعمدة يمكن الاعتماد على قراءتها.</translation>
    </message>
    <message>
        <source>Copy its table into Excel, save it, and drop that file.</source>
        <translation>انسخ الجدول منه إلى إكسل، واحفظه، ثم أفلت ذلك الملف.</translation>
    </message>
    <message>
        <source>“{name}” is a web page</source>
        <translation>الملف «{name}» صفحة ويب</translation>
    </message>
    <message>
        <source>Some shops save a web page under the name of a workbook; often it only asks to sign in.</source>
        <translation>بعض المتاجر تحفظ صفحة ويب باسم ملف إكسل، وكثيرًا ما تكون مجرد صفحة لتسجيل الدخول.</translation>
    </message>
    <message>
        <source>Open it in Excel, save it as an Excel workbook, and drop that file.</source>
        <translation>افتحه في إكسل، واحفظه بصيغة إكسل، ثم أفلت الملف الجديد.</translation>
    </message>
    <message>
        <source>“{name}” is not the catalogue, but Excel's note that it is open</source>
        <translation>«{name}» ليس الكتالوج، بل إشارة من إكسل إلى أنه مفتوح</translation>
    </message>
    <message>
        <source>While a workbook is open, a small file of almost the same name stands beside it.</source>
        <translation>ما دام ملف إكسل مفتوحًا، يظهر بجانبه ملف صغير يكاد يحمل الاسم نفسه.</translation>
    </message>
    <message>
        <source>Choose the file whose name does not begin with such signs.</source>
        <translation>اختر الملف الذي لا يبدأ اسمه بهذه العلامات.</translation>
    </message>
    <message>
        <source>“{name}” is a Numbers document of a Mac</source>
        <translation>الملف «{name}» من برنامج Numbers على ماك</translation>
    </message>
    <message>
        <source>Only Numbers itself can read it.</source>
        <translation>لا يقرؤه إلا برنامج Numbers نفسه.</translation>
    </message>
    <message>
        <source>Open it in Numbers, choose File, Export To, Excel, and drop that file.</source>
        <translation>افتحه في Numbers، ومن قائمة «ملف» (File) اختر Export To ثم Excel، وأفلت الملف الناتج.</translation>
    </message>
    <message>
        <source>“{name}” is a list of something else than products</source>
        <translation>القائمة في «{name}» ليست قائمة منتجات</translation>
    </message>
    <message>
        <source>Its entries are numbers or texts, where products with their fields should be.</source>
        <translation>فيها أرقام أو نصوص بدل منتجات ببياناتها.</translation>
    </message>
    <message>
        <source>Choose the file that holds the products.</source>
        <translation>اختر الملف الذي فيه المنتجات.</translation>
    </message>
    <message>
        <source>“{name}” is protected by a password</source>
        <translation>الملف «{name}» محمي بكلمة مرور</translation>
    </message>
    <message>
        <source>It cannot be read without the password, and we never ask for it.</source>
        <translation>لا يمكن قراءته دون كلمة المرور، ونحن لا نطلبها أبدًا.</translation>
    </message>
    <message>
        <source>Open it in Excel, save a copy without the password, and drop the copy.</source>
        <translation>افتحه في إكسل، واحفظ نسخة بلا كلمة مرور، ثم أفلت النسخة.</translation>
    </message>
    <message>
        <source>“{name}” is damaged</source>
        <translation>الملف «{name}» تالف</translation>
    </message>
    <message>
        <source>The file breaks off or contradicts itself.</source>
        <translation>الملف ناقص أو محتواه متناقض.</translation>
    </message>
    <message>
        <source>Download or save it again. Opening it in Excel and saving a copy often mends it.</source>
        <translation>نزّله أو احفظه من جديد. كثيرًا ما يكفي فتحه في إكسل وحفظ نسخة منه.</translation>
    </message>
    <message>
        <source>“{name}” is larger than any catalogue</source>
        <translation>الملف «{name}» أكبر من أي كتالوج</translation>
    </message>
    <message>
        <source>It goes past {limit} {unit}, which we do not read, to protect this computer.</source>
        <translation>يتجاوز {limit} {unit}، ولا نقرأ ما زاد على ذلك حمايةً لهذا الجهاز.</translation>
    </message>
    <message>
        <source>Check that it is the right file, or split it into several.</source>
        <translation>تأكّد أنه الملف الصحيح، أو قسّمه إلى عدة ملفات.</translation>
    </message>
    <message>
        <source>“{name}” is not safe to read</source>
        <translation>قراءة «{name}» غير آمنة</translation>
    </message>
    <message>
        <source>It has parts that grow without end or fetch other files when they are read; no catalogue needs them.</source>
        <translation>فيه أجزاء تتضخم بلا حد أو تجلب ملفات أخرى عند قراءتها، ولا يحتاج إليها أي كتالوج.</translation>
    </message>
    <message>
        <source>Ask whoever made it for an Excel or CSV file.</source>
        <translation>اطلب ممن أعدّه ملف إكسل أو CSV.</translation>
    </message>
    <message>
        <source>“{name}” holds boxes in boxes in boxes, deeper than any catalogue</source>
        <translation>بيانات «{name}» متداخلة أكثر من أي كتالوج</translation>
    </message>
    <message>
        <source>It was made by a program that went wrong, or to do harm.</source>
        <translation>أنتجه برنامج فيه خلل، أو صنعه أحد بقصد الإضرار.</translation>
    </message>
    <message>
        <source>“{name}” has more columns than any catalogue</source>
        <translation>أعمدة «{name}» أكثر من أعمدة أي كتالوج</translation>
    </message>
    <message>
        <source>We read at most {limit} columns, to protect this computer.</source>
        <translation>نقرأ من الأعمدة {limit} على الأكثر، حمايةً لهذا الجهاز.</translation>
    </message>
    <message>
        <source>Check that it is the right file; rows and columns may have changed places.</source>
        <translation>تأكّد أنه الملف الصحيح، فقد تكون الصفوف والأعمدة تبادلت أماكنها.</translation>
    </message>
    <message>
        <source>“{name}” has more rows than any catalogue</source>
        <translation>صفوف «{name}» أكثر من صفوف أي كتالوج</translation>
    </message>
    <message>
        <source>We read at most {limit} rows, to protect this computer.</source>
        <translation>نقرأ من الصفوف {limit} على الأكثر، حمايةً لهذا الجهاز.</translation>
    </message>
    <message>
        <source>The cells of “{name}” lie too far apart</source>
        <translation>خلايا «{name}» متباعدة أكثر مما ينبغي</translation>
    </message>
    <message>
        <source>Something stands far below or far to the right of the table, with millions of empty cells between.</source>
        <translation>هناك شيء مكتوب بعيدًا أسفل الجدول أو إلى جانبه، وبينهما ملايين الخلايا الفارغة.</translation>
    </message>
    <message>
        <source>Copy the table alone into a new workbook, save it, and drop that file.</source>
        <translation>انسخ الجدول وحده إلى ملف إكسل جديد، واحفظه، ثم أفلت ذلك الملف.</translation>
    </message>
    <message>
        <source>One cell of “{name}” is longer than a book</source>
        <translation>إحدى خلايا «{name}» أطول من كتاب</translation>
    </message>
    <message>
        <source>A cell has at most {limit} letters; a quotation mark may be missing.</source>
        <translation>أقصى عدد لأحرف الخلية {limit}. ربما تنقص علامة تنصيص.</translation>
    </message>
    <message>
        <source>Find the long text and shorten it, or save the file again from its program.</source>
        <translation>ابحث عن النص الطويل واختصره، أو احفظ الملف من جديد من برنامجه.</translation>
    </message>
    <message>
        <source>“{name}” is small, and unpacks to more than this computer should hold</source>
        <translation>الملف «{name}» صغير، لكن ما بداخله أكبر مما يحتمله هذا الجهاز</translation>
    </message>
    <message>
        <source>It goes past {limit} {unit} of next to nothing, as files do that are made to harm.</source>
        <translation>يتجاوز {limit} {unit} تكاد تكون بلا محتوى، كالملفات المصنوعة بقصد الإضرار.</translation>
    </message>
    <message>
        <source>If you trust it, copy the table alone into a new workbook, save it, and drop that file.</source>
        <translation>إن كنت تثق به فانسخ الجدول وحده إلى ملف إكسل جديد، واحفظه، ثم أفلت ذلك الملف.</translation>
    </message>
    <message>
        <source>“{name}” holds more text than any catalogue</source>
        <translation>نصوص «{name}» أكثر من نصوص أي كتالوج</translation>
    </message>
    <message>
        <source>Save it as a CSV file, or split it into several.</source>
        <translation>احفظه بصيغة CSV، أو قسّمه إلى عدة ملفات.</translation>
    </message>
    <message>
        <source>There are no products in “{name}”</source>
        <translation>لا منتجات في «{name}»</translation>
    </message>
    <message>
        <source>It can be read, but no row below the headers holds anything.</source>
        <translation>يمكن قراءته، لكن الصفوف تحت رؤوس الأعمدة فارغة.</translation>
    </message>
    <message>
        <source>Choose another file or another sheet.</source>
        <translation>اختر ملفًا آخر أو ورقة أخرى.</translation>
    </message>
    <message>
        <source>“{name}” has no sheet called “{sheet}”</source>
        <translation>لا ورقة باسم «{sheet}» في «{name}»</translation>
    </message>
    <message>
        <source>Its sheets are: {sheets}</source>
        <translation>أوراقه: {sheets}</translation>
    </message>
    <message>
        <source>Choose one of these sheets.</source>
        <translation>اختر إحدى هذه الأوراق.</translation>
    </message>
    <message>
        <source>“{name}” could not be saved</source>
        <translation>تعذّر حفظ «{name}»</translation>
    </message>
    <message>
        <source>The computer refused to write it. What was there before is unchanged.</source>
        <translation>لم يسمح الجهاز بكتابته. ما كان موجودًا من قبل بقي كما هو.</translation>
    </message>
    <message>
        <source>Choose another folder and try again.</source>
        <translation>اختر مجلدًا آخر وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>“{name}” could not be saved: the disk is full</source>
        <translation>تعذّر حفظ «{name}»: القرص ممتلئ</translation>
    </message>
    <message>
        <source>What was there before is unchanged.</source>
        <translation>ما كان موجودًا من قبل بقي كما هو.</translation>
    </message>
    <message>
        <source>Make room, or choose another disk, and try again.</source>
        <translation>وفّر مساحة أو اختر قرصًا آخر، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>“{name}” may not be saved there</source>
        <translation>لا يمكن حفظ «{name}» في هذا المكان</translation>
    </message>
    <message>
        <source>You may not write into this folder, or the file is read-only.</source>
        <translation>ليس لك إذن بالحفظ في هذا المجلد، أو أن الملف للقراءة فقط.</translation>
    </message>
    <message>
        <source>Choose another folder, such as your documents.</source>
        <translation>اختر مجلدًا آخر، كمجلد مستنداتك.</translation>
    </message>
    <message>
        <source>“{name}” is open in another program</source>
        <translation>الملف «{name}» مفتوح في برنامج آخر</translation>
    </message>
    <message>
        <source>It cannot be replaced while Excel or another program holds it.</source>
        <translation>لا يمكن استبداله ما دام مفتوحًا في إكسل أو في برنامج آخر.</translation>
    </message>
    <message>
        <source>Close it there and try again, or choose another name.</source>
        <translation>أغلقه هناك وحاول مرة أخرى، أو اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>This computer has no key store</source>
        <translation>لا مخزن مفاتيح على هذا الجهاز</translation>
    </message>
    <message>
        <source>Keys are kept only in the computer's own key store, never in a file, and none is running.</source>
        <translation>لا نحفظ المفاتيح إلا في مخزن مفاتيح الجهاز، لا في ملف أبدًا، ولم نجد مخزنًا يعمل الآن.</translation>
    </message>
    <message>
        <source>Turn on your system's password manager and try again. You can practise without a key.</source>
        <translation>شغّل مدير كلمات المرور في نظامك وحاول مرة أخرى. يمكنك أن تتدرّب بلا مفتاح.</translation>
    </message>
    <message>
        <source>The computer's key store is locked</source>
        <translation>مخزن مفاتيح الجهاز مقفل</translation>
    </message>
    <message>
        <source>It opens when you sign in, or when you allow it in the window that your system shows.</source>
        <translation>ينفتح حين تسجّل دخولك إلى الجهاز، أو حين تسمح بفتحه في النافذة التي يعرضها النظام.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>افتح قفله وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The computer's key store did not answer</source>
        <translation>لم يستجب مخزن مفاتيح الجهاز</translation>
    </message>
    <message>
        <source>The key could not be read or kept.</source>
        <translation>تعذّرت قراءة المفتاح أو حفظه.</translation>
    </message>
    <message>
        <source>Try again; signing out of the computer and in again often helps.</source>
        <translation>حاول مرة أخرى. كثيرًا ما يفيد تسجيل الخروج من الجهاز ثم الدخول من جديد.</translation>
    </message>
    <message>
        <source>There is no key for this shop on this computer</source>
        <translation>لا مفتاح لهذا المتجر على هذا الجهاز</translation>
    </message>
    <message>
        <source>A key cannot be shown again once it is lost.</source>
        <translation>إذا ضاع المفتاح فلا يمكن عرضه مرة أخرى.</translation>
    </message>
    <message>
        <source>Paste it on the Shop page, or rotate it in the HKJ dashboard and paste the new one.</source>
        <translation>ألصقه في صفحة «المتجر»، أو جدّده من لوحة المتجر في HKJ وألصق الجديد.</translation>
    </message>
    <message>
        <source>This upload is being carried on already</source>
        <translation>عملية الإرسال هذه جارية الآن</translation>
    </message>
    <message>
        <source>Another window or command of this computer is at work on it.</source>
        <translation>تعمل عليها نافذة أخرى أو أمر آخر على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Wait until it has ended, then look at the history.</source>
        <translation>انتظر حتى تنتهي، ثم افتح السجل.</translation>
    </message>
    <message>
        <source>There is nothing to put back</source>
        <translation>لا شيء لإرجاعه</translation>
    </message>
    <message>
        <source>This upload changed no product that was there before; what it added cannot be deleted from here.</source>
        <translation>لم يغيّر هذا الإرسال أي منتج كان موجودًا قبله، وما أضافه لا يمكن حذفه من هنا.</translation>
    </message>
    <message>
        <source>Delete new products on the shop's own pages.</source>
        <translation>احذف المنتجات الجديدة من صفحات المتجر نفسه.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>القرص ممتلئ</translation>
    </message>
    <message>
        <source>What is sent must be written down first, so nothing more was sent.</source>
        <translation>نسجّل كل ما نرسله قبل إرساله، لذلك لم نرسل المزيد.</translation>
    </message>
    <message>
        <source>Make room on the disk; the upload then goes on from where it stood.</source>
        <translation>وفّر مساحة على القرص، وسيتابع الإرسال من حيث توقف.</translation>
    </message>
    <message>
        <source>This upload is not settled yet</source>
        <translation>نتيجة هذا الإرسال غير معروفة بعد</translation>
    </message>
    <message>
        <source>Of some products it is not known whether the shop has them as they were sent.</source>
        <translation>بعض المنتجات لا نعرف بعد هل هي في المتجر كما أرسلتها.</translation>
    </message>
    <message>
        <source>Open it in the history and ask the shop first; then it can be put back.</source>
        <translation>افتح الإرسال في السجل واسأل المتجر أولًا، وبعدها يمكن الإرجاع.</translation>
    </message>
    <message>
        <source>The shop could not be reached</source>
        <translation>تعذّر الوصول إلى المتجر</translation>
    </message>
    <message>
        <source>Something stood between this computer and the shop.</source>
        <translation>حدث ما منع هذا الجهاز من الوصول إلى المتجر.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>This is not a web address</source>
        <translation>هذا ليس عنوانًا على الإنترنت</translation>
    </message>
    <message>
        <source>The address of the shop looks like https://shop.example/api</source>
        <translation>مثال على عنوان المتجر: https://shop.example/api</translation>
    </message>
    <message>
        <source>Correct the address of the shop.</source>
        <translation>صحّح عنوان المتجر.</translation>
    </message>
    <message>
        <source>The shop's address must begin with https://</source>
        <translation>يجب أن يبدأ عنوان المتجر بـ ‎https://‎</translation>
    </message>
    <message>
        <source>Without it, others on the network could read your key.</source>
        <translation>وإلا فقد يرى آخرون على الشبكة مفتاحك.</translation>
    </message>
    <message>
        <source>This is not the name of a region</source>
        <translation>هذا ليس اسم منطقة</translation>
    </message>
    <message>
        <source>A region looks like eu-west-1: small letters, digits and hyphens.</source>
        <translation>اسم المنطقة مثل eu-west-1: أحرف إنجليزية صغيرة وأرقام وشرطات.</translation>
    </message>
    <message>
        <source>Correct the region. HAQM gave it to you together with the address.</source>
        <translation>صحّح المنطقة. وصلتك من HAQM مع العنوان.</translation>
    </message>
    <message>
        <source>The shop's address was changed after this upload</source>
        <translation>تغيّر عنوان المتجر بعد هذا الإرسال</translation>
    </message>
    <message>
        <source>It went to {host}; the shop at the new address knows nothing of it.</source>
        <translation>كان الإرسال إلى {host}، والمتجر في العنوان الجديد لا يعرف عنه شيئًا.</translation>
    </message>
    <message>
        <source>Open the file and send it again: the shop keeps one product for each SKU.</source>
        <translation>افتح الملف وأرسله من جديد: المتجر يحتفظ بمنتج واحد لكل رمز.</translation>
    </message>
    <message>
        <source>This upload began with another shop's key</source>
        <translation>بدأ هذا الإرسال بمفتاح متجر آخر</translation>
    </message>
    <message>
        <source>Its products must not go to another shop, so nothing was asked and nothing sent.</source>
        <translation>لا يجوز أن تذهب منتجاته إلى متجر آخر، لذلك لم نسأل المتجر ولم نرسل شيئًا.</translation>
    </message>
    <message>
        <source>Use the key of the shop that it was sent to.</source>
        <translation>استخدم مفتاح المتجر الذي بدأ الإرسال إليه.</translation>
    </message>
    <message>
        <source>No connection to the shop</source>
        <translation>لا اتصال بالمتجر</translation>
    </message>
    <message>
        <source>The shop's server did not answer the call. Nothing was sent.</source>
        <translation>لم يردّ المتجر. لم نرسل شيئًا.</translation>
    </message>
    <message>
        <source>Check the internet connection and try again.</source>
        <translation>تأكّد من اتصال الإنترنت وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The shop's address is not known</source>
        <translation>عنوان المتجر غير معروف</translation>
    </message>
    <message>
        <source>No server called {host} can be found. Nothing was sent.</source>
        <translation>لم نجد خادمًا باسم {host}. لم نرسل شيئًا.</translation>
    </message>
    <message>
        <source>Check the internet connection, and the address on the Shop page.</source>
        <translation>تأكّد من اتصال الإنترنت، ومن العنوان في صفحة «المتجر».</translation>
    </message>
    <message>
        <source>The proxy of this network refused the connection</source>
        <translation>البروكسي في هذه الشبكة رفض الاتصال</translation>
    </message>
    <message>
        <source>This computer reaches the internet through a proxy, and it said no. Nothing was sent.</source>
        <translation>يصل هذا الجهاز إلى الإنترنت عبر بروكسي، وقد رفض الاتصال. لم نرسل شيئًا.</translation>
    </message>
    <message>
        <source>Ask whoever looks after your network to allow {host}.</source>
        <translation>اطلب من المسؤول عن شبكتك السماح بالعنوان {host}.</translation>
    </message>
    <message>
        <source>The proxy of this network asks for a password</source>
        <translation>البروكسي في هذه الشبكة يطلب كلمة مرور</translation>
    </message>
    <message>
        <source>This computer reaches the internet through a proxy that wants a name and a password. Nothing was sent.</source>
        <translation>يصل هذا الجهاز إلى الإنترنت عبر بروكسي يطلب اسمًا وكلمة مرور. لم نرسل شيئًا.</translation>
    </message>
    <message>
        <source>Ask whoever looks after your network to let this computer through to {host}.</source>
        <translation>اطلب من المسؤول عن شبكتك أن يسمح لهذا الجهاز بالوصول إلى {host}.</translation>
    </message>
    <message>
        <source>The connection to the shop is not safe</source>
        <translation>الاتصال بالمتجر غير آمن</translation>
    </message>
    <message>
        <source>The server's certificate does not fit {host}. Your key was not sent.</source>
        <translation>شهادة الأمان لا تطابق {host}. لم نرسل مفتاحك.</translation>
    </message>
    <message>
        <source>Check the date of this computer; on a hotel or café network, sign in to it first.</source>
        <translation>تأكّد من تاريخ هذا الجهاز. وإن كنت على شبكة فندق أو مقهى فسجّل دخولك إليها أولًا.</translation>
    </message>
    <message>
        <source>The shop's answer was lost</source>
        <translation>ضاع ردّ المتجر</translation>
    </message>
    <message>
        <source>The connection broke before the shop answered. It may have taken the products, or not.</source>
        <translation>انقطع الاتصال قبل أن يردّ المتجر. ربما استلم المنتجات وربما لم يستلمها.</translation>
    </message>
    <message>
        <source>Send them again. That is safe: the shop keeps one product for each SKU.</source>
        <translation>أرسلها من جديد. لا ضرر في ذلك: المتجر يحتفظ بمنتج واحد لكل رمز.</translation>
    </message>
    <message>
        <source>The shop's answer makes no sense</source>
        <translation>ردّ المتجر غير مفهوم</translation>
    </message>
    <message>
        <source>What came back is not what the shop promises to answer.</source>
        <translation>ما وصلنا لا يشبه ردود المتجر المعروفة.</translation>
    </message>
    <message>
        <source>Check the shop's address, and try again in a few minutes.</source>
        <translation>تأكّد من عنوان المتجر، وحاول مرة أخرى بعد بضع دقائق.</translation>
    </message>
    <message>
        <source>A web page answered in place of the shop</source>
        <translation>جاء الردّ من صفحة ويب بدل المتجر</translation>
    </message>
    <message>
        <source>Networks of hotels and cafés do that until one signs in; a wrong address does it too.</source>
        <translation>يحدث هذا في شبكات الفنادق والمقاهي قبل تسجيل الدخول، أو إذا كان العنوان خاطئًا.</translation>
    </message>
    <message>
        <source>Open a browser and sign in to the network, check the shop's address, and try again.</source>
        <translation>افتح المتصفح وسجّل دخولك إلى الشبكة، وتأكد من عنوان المتجر، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The shop's address points somewhere else</source>
        <translation>عنوان المتجر يحوّل إلى مكان آخر</translation>
    </message>
    <message>
        <source>It sends callers on to {target}. Your key goes to no other server, so we stopped.</source>
        <translation>يحوّل الاتصال إلى {target}. لا نرسل مفتاحك إلى أي خادم آخر، لذلك توقفنا.</translation>
    </message>
    <message>
        <source>Check the address of the shop with whoever gave it to you.</source>
        <translation>تأكّد من عنوان المتجر عند من أعطاك إياه.</translation>
    </message>
    <message>
        <source>The shop could not read what was sent</source>
        <translation>لم يستطع المتجر قراءة ما وصله</translation>
    </message>
    <message>
        <source>It said: {message}</source>
        <translation>ردّ المتجر: {message}</translation>
    </message>
    <message>
        <source>Nothing was changed in the shop. Copy the details and send them to us.</source>
        <translation>لم يتغيّر شيء في المتجر. انسخ التفاصيل وأرسلها إلينا.</translation>
    </message>
    <message>
        <source>It did not say why (error {status}).</source>
        <translation>لم يذكر المتجر السبب (رقم الخطأ {status}).</translation>
    </message>
    <message>
        <source>HAQM does not know these stores</source>
        <translation>لا يعرف HAQM هذه الفروع</translation>
    </message>
    <message>
        <source>It knows none of the stores of these products: {stores}.</source>
        <translation>لا يعرف HAQM أيًا من فروع هذه المنتجات: {stores}.</translation>
    </message>
    <message>
        <source>Compare the store numbers with those that HAQM gave you, correct them, and send again.</source>
        <translation>قارن أرقام الفروع بالأرقام التي أعطاك إياها HAQM، وصحّحها، ثم أرسل من جديد.</translation>
    </message>
    <message>
        <source>HAQM does not accept all of these stores</source>
        <translation>لا يقبل HAQM بعض هذه الفروع</translation>
    </message>
    <message>
        <source>It does not know some of them, or they belong to different retailers: {stores}.</source>
        <translation>بعضها غير معروف لديه، أو هي فروع لأكثر من تاجر: {stores}.</translation>
    </message>
    <message>
        <source>HAQM found a product that it cannot read</source>
        <translation>وجد HAQM منتجًا لم يستطع قراءته</translation>
    </message>
    <message>
        <source>One wrong or missing entry stops all products sent together. It does not say which.</source>
        <translation>يكفي خطأ واحد أو قيمة ناقصة لتتوقف كل المنتجات المرسلة معًا، ولا يذكر HAQM أين الخطأ.</translation>
    </message>
    <message>
        <source>Check the SKU, barcode, name and store of these products, and send them again.</source>
        <translation>راجع رمز كل منتج منها وباركوده واسمه وفرعه، ثم أرسلها من جديد.</translation>
    </message>
    <message>
        <source>The shop does not accept this key</source>
        <translation>المتجر لا يقبل هذا المفتاح</translation>
    </message>
    <message>
        <source>The key was mistyped, or it was rotated and a newer one exists.</source>
        <translation>في كتابة المفتاح خطأ، أو صدر مفتاح أحدث منه.</translation>
    </message>
    <message>
        <source>Paste the key again on the Shop page, or rotate it in the HKJ dashboard.</source>
        <translation>ألصق المفتاح من جديد في صفحة «المتجر»، أو جدّده من لوحة المتجر في HKJ.</translation>
    </message>
    <message>
        <source>The shop has switched this connection off</source>
        <translation>أوقف المتجر هذا الربط</translation>
    </message>
    <message>
        <source>The key is right, but the integration is disabled.</source>
        <translation>المفتاح صحيح، لكن الربط متوقف.</translation>
    </message>
    <message>
        <source>Switch it on in the HKJ dashboard, then try again.</source>
        <translation>شغّل الربط من لوحة المتجر في HKJ، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>HAQM does not let this account in</source>
        <translation>لا يسمح HAQM لهذا الحساب بالدخول</translation>
    </message>
    <message>
        <source>The access key is right, but its owner may not upload a catalogue.</source>
        <translation>مفتاح الوصول صحيح، لكن ليس لصاحبه صلاحية إرسال كتالوج.</translation>
    </message>
    <message>
        <source>Ask your contact at HAQM whether the onboarding is finished and the key may use the catalogue upload.</source>
        <translation>اسأل من تتواصل معه في HAQM: هل اكتمل تسجيلك، وهل يسمح المفتاح بإرسال الكتالوج؟</translation>
    </message>
    <message>
        <source>HAQM does not accept this access key</source>
        <translation>لا يقبل HAQM مفتاح الوصول هذا</translation>
    </message>
    <message>
        <source>The access key ID was mistyped, or it was switched off or replaced.</source>
        <translation>في كتابة معرّف مفتاح الوصول خطأ، أو المفتاح متوقف أو حلّ غيره مكانه.</translation>
    </message>
    <message>
        <source>Enter the access key ID and its secret again on the Shop page.</source>
        <translation>اكتب معرّف مفتاح الوصول وكلمته السرية من جديد في صفحة «المتجر».</translation>
    </message>
    <message>
        <source>The secret access key does not fit</source>
        <translation>الكلمة السرية لا تطابق مفتاح الوصول</translation>
    </message>
    <message>
        <source>It does not belong to this access key ID, or it was mistyped.</source>
        <translation>هي كلمة مفتاح آخر، أو في كتابتها خطأ.</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong</source>
        <translation>ساعة هذا الجهاز غير مضبوطة</translation>
    </message>
    <message>
        <source>HAQM accepts what was signed in the last five minutes, and by this computer's clock it was not.</source>
        <translation>لا يقبل HAQM إلا ما أُرسل في آخر خمس دقائق، وساعة هذا الجهاز تقول غير ذلك.</translation>
    </message>
    <message>
        <source>Let the system set date, time and time zone by itself, then try again.</source>
        <translation>اجعل الجهاز يضبط التاريخ والوقت والمنطقة الزمنية تلقائيًا، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The session token has run out</source>
        <translation>انتهت مدة رمز الجلسة</translation>
    </message>
    <message>
        <source>A session token is good for some hours only.</source>
        <translation>رمز الجلسة صالح لساعات قليلة فقط.</translation>
    </message>
    <message>
        <source>Get a new access key ID, secret and session token, and enter all three on the Shop page.</source>
        <translation>احصل على مفتاح وصول جديد: المعرّف والكلمة السرية ورمز الجلسة، واكتب الثلاثة في صفحة «المتجر».</translation>
    </message>
    <message>
        <source>The region is not the right one</source>
        <translation>المنطقة غير صحيحة</translation>
    </message>
    <message>
        <source>HAQM's server at {host} belongs to another region.</source>
        <translation>عنوان HAQM هذا يتبع منطقة أخرى: {host}.</translation>
    </message>
    <message>
        <source>Correct the region on the Shop page. HAQM gave it to you together with the address.</source>
        <translation>صحّح المنطقة في صفحة «المتجر». تجدها مع العنوان الذي أعطاك إياه HAQM.</translation>
    </message>
    <message>
        <source>There is no catalogue upload at this address</source>
        <translation>هذا العنوان لا يستقبل الكتالوجات</translation>
    </message>
    <message>
        <source>{host} answered that it has nothing there. The last part of the address may be missing or wrong.</source>
        <translation>ردّ {host} بأنه لا يجد شيئًا هناك. قد يكون آخر العنوان ناقصًا أو فيه خطأ.</translation>
    </message>
    <message>
        <source>Compare the address, to its last letter, with the one that HAQM gave you.</source>
        <translation>قارن العنوان حرفًا حرفًا بالعنوان الذي أعطاك إياه HAQM.</translation>
    </message>
    <message>
        <source>The shop no longer knows this upload</source>
        <translation>لم يعد المتجر يعرف عملية الإرسال هذه</translation>
    </message>
    <message>
        <source>It was asked for upload {batch_id} and has none of that number.</source>
        <translation>سألناه عن عملية الإرسال {batch_id}، ولا توجد لديه عملية بهذا الرقم.</translation>
    </message>
    <message>
        <source>Send the products again. That is safe: the shop keeps one product for each SKU.</source>
        <translation>أرسل المنتجات من جديد. لا ضرر في ذلك: المتجر يحتفظ بمنتج واحد لكل رمز.</translation>
    </message>
    <message>
        <source>The shop has no report yet</source>
        <translation>لا تقرير لدى المتجر بعد</translation>
    </message>
    <message>
        <source>It says that it has worked through the products, and not with what outcome.</source>
        <translation>يقول إنه انتهى من المنتجات، ولا يذكر النتيجة.</translation>
    </message>
    <message>
        <source>Ask again in a few minutes.</source>
        <translation>اسأله مرة أخرى بعد دقائق.</translation>
    </message>
    <message>
        <source>The report's download link has run out</source>
        <translation>انتهت مدة رابط تنزيل التقرير</translation>
    </message>
    <message>
        <source>HAQM makes links to its report that open for one hour. The products themselves are not affected.</source>
        <translation>روابط التقارير من HAQM تعمل ساعة واحدة. لم يؤثر ذلك في المنتجات نفسها.</translation>
    </message>
    <message>
        <source>Ask for the report again; HAQM then makes a new link.</source>
        <translation>اطلب التقرير مرة أخرى، وسيصدر HAQM رابطًا جديدًا.</translation>
    </message>
    <message>
        <source>The shop finds this catalogue too large</source>
        <translation>هذا الكتالوج أكبر مما يقبله المتجر</translation>
    </message>
    <message>
        <source>It takes less at one time. Nothing was changed in the shop.</source>
        <translation>المتجر يستقبل أقل من هذا في المرة الواحدة. لم يتغيّر فيه شيء.</translation>
    </message>
    <message>
        <source>Split the file into smaller ones and send them one after the other.</source>
        <translation>قسّم الملف إلى ملفات أصغر وأرسلها واحدًا بعد الآخر.</translation>
    </message>
    <message>
        <source>The shop asks for a pause</source>
        <translation>المتجر يطلب الانتظار قليلًا</translation>
    </message>
    <message>
        <source>It has had too many calls at once.</source>
        <translation>وصلته طلبات كثيرة دفعة واحدة.</translation>
    </message>
    <message>
        <source>Wait a few minutes and try again.</source>
        <translation>انتظر بضع دقائق، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The shop's server has a fault</source>
        <translation>في المتجر عطل</translation>
    </message>
    <message>
        <source>It answered with error {status}. The fault is not on your side.</source>
        <translation>ردّ المتجر برقم الخطأ {status}. العطل ليس من عندك.</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>حاول مرة أخرى بعد دقائق.</translation>
    </message>
    <message>
        <source>There is no shop at this address</source>
        <translation>لا متجر في هذا العنوان</translation>
    </message>
    <message>
        <source>{host} answered that it has nothing there (error {status}). The address may be wrong.</source>
        <translation>ردّ {host} بأنه لا يجد شيئًا هناك (رقم الخطأ {status}). قد يكون في العنوان خطأ.</translation>
    </message>
    <message>
        <source>Compare the shop's address, to its last letter, with the one that you were given.</source>
        <translation>قارن عنوان المتجر حرفًا حرفًا بالعنوان الذي حصلت عليه.</translation>
    </message>
    <message>
        <source>The server has a fault that does not pass</source>
        <translation>في المتجر عطل لا يزول بالانتظار</translation>
    </message>
    <message>
        <source>It answered with error {status} and said that trying again does not help: {message}</source>
        <translation>ردّ المتجر برقم الخطأ {status}، وقال إن الإعادة لا تفيد: {message}</translation>
    </message>
    <message>
        <source>Copy the details and send them to whoever runs the server.</source>
        <translation>انسخ التفاصيل وأرسلها إلى الجهة التي تدير نظام المتجر.</translation>
    </message>
    <message>
        <source>The shop cancelled the import</source>
        <translation>ألغى المتجر إدخال المنتجات</translation>
    </message>
    <message>
        <source>Somebody there ended it. Part of the products may be in the shop already.</source>
        <translation>أوقفه أحدهم من جهة المتجر. ربما وصل بعض المنتجات إلى المتجر.</translation>
    </message>
    <message>
        <source>Ask the shop why, then send again: it keeps one product for each SKU.</source>
        <translation>اسأل المتجر عن السبب، ثم أرسل من جديد: المتجر يحتفظ بمنتج واحد لكل رمز.</translation>
    </message>
    <message>
        <source>The shop broke off the import</source>
        <translation>توقف إدخال المنتجات في المتجر</translation>
    </message>
    <message>
        <source>It had a fault of its own in the middle. Part of the products may be in the shop already.</source>
        <translation>حدث عطل في المتجر قبل أن ينتهي. ربما وصل بعض المنتجات إلى المتجر.</translation>
    </message>
    <message>
        <source>Send again: the shop keeps one product for each SKU.</source>
        <translation>أرسل من جديد: المتجر يحتفظ بمنتج واحد لكل رمز.</translation>
    </message>
    <message>
        <source>The shop has not said anything new for a long time</source>
        <translation>لا جديد من المتجر منذ وقت طويل</translation>
    </message>
    <message>
        <source>Its import has not moved for {minutes} minutes. The upload is safe: the shop has it, and this computer knows its number.</source>
        <translation>لم يتقدّم إدخال المنتجات منذ {minutes} دقيقة. إرسالك محفوظ: وصل إلى المتجر، ورقمه مسجّل على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Ask again later; it stays in the history until every product has its answer.</source>
        <translation>اسأل المتجر لاحقًا. يبقى الإرسال في السجل حتى يصل الردّ عن كل منتج.</translation>
    </message>
    <message>
        <source>The record of uploads cannot be used</source>
        <translation>يتعذّر استخدام سجل الإرسال</translation>
    </message>
    <message>
        <source>The file {name} cannot be read or written, so nothing is sent without a record.</source>
        <translation>تتعذّر قراءة الملف {name} أو الكتابة فيه، ولا نرسل شيئًا من دون تسجيله.</translation>
    </message>
    <message>
        <source>Check that the disk has room and that you may write into the data folder.</source>
        <translation>تأكّد من وجود مساحة في القرص ومن أنك تستطيع الحفظ في مجلد البيانات.</translation>
    </message>
    <message>
        <source>There is no upload called “{name}”</source>
        <translation>لا توجد عملية إرسال رقمها «{name}»</translation>
    </message>
    <message>
        <source>The record of this computer has none of that number.</source>
        <translation>ليس في سجل هذا الجهاز عملية بهذا الرقم.</translation>
    </message>
    <message>
        <source>Look at the history for the numbers of the uploads.</source>
        <translation>تجد أرقام عمليات الإرسال في السجل.</translation>
    </message>
    <message>
        <source>The record of uploads belongs to a newer version of this program</source>
        <translation>سجل الإرسال من إصدار أحدث من البرنامج</translation>
    </message>
    <message>
        <source>It is left as it is.</source>
        <translation>تركناه كما هو.</translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation>ثبّت الإصدار الأحدث.</translation>
    </message>
    <message>
        <source>The settings cannot be used</source>
        <translation>يتعذّر استخدام الإعدادات</translation>
    </message>
    <message>
        <source>“{name}” cannot be read or written.</source>
        <translation>تتعذّر قراءة «{name}» أو الكتابة فيه.</translation>
    </message>
    <message>
        <source>There is no shop called “{name}”</source>
        <translation>لا يوجد متجر باسم «{name}»</translation>
    </message>
    <message>
        <source>The shops are those on the Shop page of the window.</source>
        <translation>متاجرك هي التي في صفحة «المتجر» من نافذة البرنامج.</translation>
    </message>
    <message>
        <source>Add the shop there, or check its name.</source>
        <translation>أضف المتجر هناك، أو تأكّد من اسمه.</translation>
    </message>
    <message>
        <source>There is a shop called “{name}” already</source>
        <translation>يوجد متجر آخر باسم «{name}»</translation>
    </message>
    <message>
        <source>Two shops of one name would be mixed up.</source>
        <translation>متجران بالاسم نفسه يسهل الخلط بينهما.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>The shop needs a name</source>
        <translation>المتجر يحتاج إلى اسم</translation>
    </message>
    <message>
        <source>It is only for you, to tell your shops apart.</source>
        <translation>الاسم لك وحدك، لتميّز متاجرك بعضها من بعض.</translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation>اكتب اسمًا.</translation>
    </message>
    <message>
        <source>The settings belong to a newer version of this program</source>
        <translation>الإعدادات من إصدار أحدث من البرنامج</translation>
    </message>
    <message>
        <source>They are left as they are.</source>
        <translation>تركناها كما هي.</translation>
    </message>
    <message>
        <source>The practice shop did not start</source>
        <translation>لم يعمل متجر التدريب</translation>
    </message>
    <message>
        <source>It runs on this computer only; something kept it from starting.</source>
        <translation>يعمل متجر التدريب على هذا الجهاز فقط، وقد منعه شيء من البدء.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, restart the computer.</source>
        <translation>حاول مرة أخرى. إن تكرر الأمر فأعد تشغيل الجهاز.</translation>
    </message>
    <message>
        <source>The practice shop did not start: port {port} cannot be used</source>
        <translation>لم يعمل متجر التدريب: يتعذّر استخدام المنفذ {port}</translation>
    </message>
    <message>
        <source>Another program has it, or this computer does not give it out.</source>
        <translation>يستخدمه برنامج آخر، أو لا يسمح به هذا الجهاز.</translation>
    </message>
    <message>
        <source>Name another port, or none: then a free one is taken.</source>
        <translation>حدّد منفذًا آخر، أو اترك الاختيار للبرنامج.</translation>
    </message>
    <message>
        <source>The fix file “{name}” cannot be taken in</source>
        <translation>يتعذّر استخدام ملف التصحيح «{name}»</translation>
    </message>
    <message>
        <source>A newer version of this program made it, or something in it is wrong.</source>
        <translation>حفظه إصدار أحدث من البرنامج، أو فيه خلل.</translation>
    </message>
    <message>
        <source>Save the fix file again from here, and copy the mended cells into it.</source>
        <translation>احفظ ملف التصحيح من هنا مرة أخرى، وانسخ إليه الخلايا المصحّحة.</translation>
    </message>
    <message>
        <source>“{name}” is the fix file of another catalogue</source>
        <translation>ملف التصحيح «{name}» لكتالوج آخر</translation>
    </message>
    <message>
        <source>It was made from “{source}”, and what is open now has other rows or columns than that had. Nothing was changed.</source>
        <translation>جاء هذا الملف من «{source}»، وصفوف الكتالوج المفتوح الآن أو أعمدته مختلفة. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Open the catalogue that it was made from, and drop the fix file again.</source>
        <translation>افتح الكتالوج الذي جاء منه الملف، ثم أفلت ملف التصحيح مرة أخرى.</translation>
    </message>
    <message>
        <source>“{name}” is a fix file, and its catalogue is not open</source>
        <translation>كتالوج ملف التصحيح «{name}» غير مفتوح</translation>
    </message>
    <message>
        <source>It holds what was mended in “{source}”.</source>
        <translation>فيه تصحيحات الكتالوج «{source}».</translation>
    </message>
    <message>
        <source>Open “{source}” first, and then drop the fix file again.</source>
        <translation>افتح «{source}» أولًا، ثم أفلت ملف التصحيح مرة أخرى.</translation>
    </message>
    <message>
        <source>“{name}” is not a fix file</source>
        <translation>الملف «{name}» ليس ملف تصحيح</translation>
    </message>
    <message>
        <source>A fix file is a workbook that was saved from here; this one is not, or no longer.</source>
        <translation>ملف التصحيح ملف إكسل محفوظ من هذا البرنامج، وهذا ليس كذلك أو لم يعد كذلك.</translation>
    </message>
    <message>
        <source>Drop the workbook that you saved as the fix file, as an Excel workbook (.xlsx).</source>
        <translation>أفلت ملف التصحيح الذي حفظته، على أن يكون ملف إكسل (‎.xlsx).</translation>
    </message>
    <message>
        <source>The fix file “{name}” no longer says which row is which</source>
        <translation>لم يعد واضحًا أي صف لأي منتج في ملف التصحيح «{name}»</translation>
    </message>
    <message>
        <source>Its hidden first row or first column was deleted or changed, so a price might land on a wrong product. Nothing was changed.</source>
        <translation>الصف الأول المخفي أو العمود الأول المخفي فيه محذوف أو معدّل، فقد يذهب سعر إلى غير منتجه. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Save the fix file again from here, and copy the mended cells into it; leave what is hidden.</source>
        <translation>احفظ ملف التصحيح من هنا مرة أخرى، وانسخ إليه الخلايا المصحّحة، واترك المخفي كما هو.</translation>
    </message>
    <message>
        <source>“{name}” says two different things of one product</source>
        <translation>في الملف «{name}» منتج واحد له صفّان مختلفان</translation>
    </message>
    <message>
        <source>Row {row} of it is a copy of another row, with other cells. We do not guess which one counts.</source>
        <translation>الصف {row} يكرّر صفًا آخر بخلايا مختلفة. لا نخمّن أيهما الصحيح.</translation>
    </message>
    <message>
        <source>Delete the row that is wrong, save the fix file, and drop it again.</source>
        <translation>احذف الصف الخطأ، واحفظ ملف التصحيح، ثم أفلته مرة أخرى.</translation>
    </message>
    <message>
        <source>The picture cannot be shown</source>
        <translation>يتعذّر عرض الصورة</translation>
    </message>
    <message>
        <source>Something went wrong on the way to it.</source>
        <translation>حدث خلل أثناء جلبها.</translation>
    </message>
    <message>
        <source>Open the picture's address in a browser to see what is there.</source>
        <translation>افتح عنوان الصورة في المتصفح لترى ما فيه.</translation>
    </message>
    <message>
        <source>This is not the web address of a picture</source>
        <translation>هذا ليس عنوان صورة على الإنترنت</translation>
    </message>
    <message>
        <source>Such an address begins with https:// and holds no name and no password.</source>
        <translation>عنوان الصورة أوله https://‎، وليس فيه اسم مستخدم ولا كلمة مرور.</translation>
    </message>
    <message>
        <source>Correct the picture's address.</source>
        <translation>صحّح عنوان الصورة.</translation>
    </message>
    <message>
        <source>The picture lies inside a private network</source>
        <translation>الصورة داخل شبكة خاصة</translation>
    </message>
    <message>
        <source>Your customers cannot reach it there, and this program does not go there either.</source>
        <translation>لا يستطيع زبائنك الوصول إليها هناك، ولا يدخل البرنامج إليها أيضًا.</translation>
    </message>
    <message>
        <source>Put the picture on the internet, and write its new address.</source>
        <translation>ضع الصورة على الإنترنت، واكتب عنوانها الجديد.</translation>
    </message>
    <message>
        <source>There is no picture at this address</source>
        <translation>لا توجد صورة في هذا العنوان</translation>
    </message>
    <message>
        <source>It was moved or deleted, or the address is misspelled.</source>
        <translation>ربما تغيّر مكانها أو حُذفت، أو في العنوان خطأ.</translation>
    </message>
    <message>
        <source>Correct the picture's address, or put the picture back where it was.</source>
        <translation>صحّح عنوان الصورة، أو أعد الصورة إلى مكانها.</translation>
    </message>
    <message>
        <source>The server does not give the picture out</source>
        <translation>موقع الصورة لا يسمح بجلبها</translation>
    </message>
    <message>
        <source>It says no, or it has a fault of its own. Your customers may not see the picture either.</source>
        <translation>رفض الموقع الطلب، أو فيه عطل. قد لا يرى زبائنك الصورة أيضًا.</translation>
    </message>
    <message>
        <source>Open the address in a browser; if it fails there too, move the picture elsewhere.</source>
        <translation>افتح العنوان في المتصفح. إذا لم تظهر الصورة هناك أيضًا، فانقلها إلى موقع آخر.</translation>
    </message>
    <message>
        <source>The server of the picture cannot be reached</source>
        <translation>يتعذّر الوصول إلى موقع الصورة</translation>
    </message>
    <message>
        <source>Its name is unknown, it does not answer, or its certificate is not valid.</source>
        <translation>الموقع غير معروف، أو لا يردّ، أو شهادة الأمان فيه غير صالحة.</translation>
    </message>
    <message>
        <source>Check the internet connection and the picture's address.</source>
        <translation>تأكّد من اتصال الإنترنت ومن عنوان الصورة.</translation>
    </message>
    <message>
        <source>The picture comes too slowly</source>
        <translation>الصورة تصل ببطء شديد</translation>
    </message>
    <message>
        <source>We stopped waiting for it. Few customers would have waited so long.</source>
        <translation>توقفنا عن انتظارها، وقلّة من الزبائن ينتظرون كل هذا الوقت.</translation>
    </message>
    <message>
        <source>Try again later; if it stays slow, move the picture to another server.</source>
        <translation>حاول لاحقًا. إذا بقيت بطيئة، فانقل الصورة إلى موقع آخر.</translation>
    </message>
    <message>
        <source>The picture's address leads to no picture</source>
        <translation>عنوان الصورة لا يؤدي إلى صورة</translation>
    </message>
    <message>
        <source>It points on and on, or to a place from which no picture is fetched.</source>
        <translation>العنوان يحيل من مكان إلى آخر بلا نهاية، أو إلى مكان لا نجلب منه الصور.</translation>
    </message>
    <message>
        <source>Open the address in a browser and copy the address at which the picture shows.</source>
        <translation>افتح العنوان في المتصفح، وانسخ العنوان الذي تظهر عنده الصورة.</translation>
    </message>
    <message>
        <source>The picture is too heavy</source>
        <translation>حجم الصورة كبير جدًا</translation>
    </message>
    <message>
        <source>It has more bytes than any shop needs, and takes very long to load on a phone.</source>
        <translation>حجمها أكبر مما يحتاجه أي متجر، وتتأخر كثيرًا في الظهور على الهاتف.</translation>
    </message>
    <message>
        <source>Save it smaller: 1,600 points wide is enough for any shop.</source>
        <translation>احفظها أصغر: عرض 1600 بكسل يكفي أي متجر.</translation>
    </message>
    <message>
        <source>There is a web page in place of a picture</source>
        <translation>في هذا العنوان صفحة لا صورة</translation>
    </message>
    <message>
        <source>The address shows a page, perhaps one on which the picture can be seen.</source>
        <translation>العنوان يفتح صفحة على الإنترنت، وربما تكون الصورة داخلها.</translation>
    </message>
    <message>
        <source>On that page, right-click the picture and copy the address of the picture itself.</source>
        <translation>انقر الصورة في تلك الصفحة بالزر الأيمن، وانسخ عنوان الصورة نفسها.</translation>
    </message>
    <message>
        <source>This is not a picture that can be read</source>
        <translation>لا نستطيع قراءة هذه الصورة</translation>
    </message>
    <message>
        <source>Shops show JPEG, PNG and WebP.</source>
        <translation>تعرض المتاجر صور JPEG وPNG وWebP.</translation>
    </message>
    <message>
        <source>Save the picture as JPEG or PNG.</source>
        <translation>احفظ الصورة بصيغة JPEG أو PNG.</translation>
    </message>
    <message>
        <source>The picture has too many points</source>
        <translation>أبعاد الصورة كبيرة جدًا</translation>
    </message>
    <message>
        <source>Opening it would take more memory than a phone has.</source>
        <translation>فتحها يحتاج إلى ذاكرة أكبر من ذاكرة الهاتف.</translation>
    </message>
    <message>
        <source>The picture is damaged</source>
        <translation>الصورة تالفة</translation>
    </message>
    <message>
        <source>It is empty, or it breaks off before its end.</source>
        <translation>ملفها فارغ أو غير مكتمل.</translation>
    </message>
    <message>
        <source>Upload the picture to its server again.</source>
        <translation>ضع الصورة على موقعها مرة أخرى.</translation>
    </message>
    <message>
        <source>There are more photos in “{name}” than any shop has</source>
        <translation>في المجلد «{name}» صور أكثر مما في أي متجر</translation>
    </message>
    <message>
        <source>We list at most {limit} photos of a folder and of those in it.</source>
        <translation>أقصى عدد نعرضه من صور المجلد وما في داخله من مجلدات: {limit}.</translation>
    </message>
    <message>
        <source>Choose the folder that holds the photos of your products alone.</source>
        <translation>اختر المجلد الذي فيه صور منتجاتك وحدها.</translation>
    </message>
    <message>
        <source>“{name}” is the file that is open</source>
        <translation>الملف «{name}» هو المفتوح الآن</translation>
    </message>
    <message>
        <source>Your own file is only read, and never written over.</source>
        <translation>نقرأ ملفك الأصلي فقط، ولا نكتب فوقه أبدًا.</translation>
    </message>
    <message>
        <source>“{name}” is too large for Excel</source>
        <translation>الملف «{name}» أكبر مما يتسع له إكسل</translation>
    </message>
    <message>
        <source>A sheet of Excel has 1,048,576 rows and 16,384 columns, and a cell 32,767 letters, at most.</source>
        <translation>أقصى ما تتسع له ورقة إكسل 1,048,576 صفًا و16,384 عمودًا، والخلية 32,767 حرفًا.</translation>
    </message>
    <message>
        <source>Save it as CSV.</source>
        <translation>احفظه بصيغة CSV.</translation>
    </message>
    <message>
        <source>More than {limit} rows have a problem: too many to mend by hand</source>
        <translation>الصفوف التي فيها مشكلات أكثر من {limit}: هذا كثير على التصحيح اليدوي</translation>
    </message>
    <message>
        <source>A fix file is for the rows that only a person can mend, one by one.</source>
        <translation>ملف التصحيح للصفوف التي يجب أن تصلحها بنفسك، صفًا صفًا.</translation>
    </message>
    <message>
        <source>First let “Fix for me” mend what it can, or correct what they have in common in your own file.</source>
        <translation>استخدم «أصلح عنّي» أولًا لتصحيح ما يمكن، أو صحّح الخطأ المشترك بينها في ملفك الأصلي.</translation>
    </message>
    <message>
        <source>“{name}” could not be saved: your workbook has changed</source>
        <translation>تعذّر حفظ «{name}»: تغيّر ملف إكسل الأصلي</translation>
    </message>
    <message>
        <source>It no longer holds what was read when it was opened, so marks might come to wrong cells.</source>
        <translation>لم يعد فيه ما قرأناه عند فتحه، فقد تقع العلامات على خلايا أخرى.</translation>
    </message>
    <message>
        <source>Open the workbook anew, then save it with marks.</source>
        <translation>افتح ملف إكسل من جديد، ثم احفظه مع العلامات.</translation>
    </message>
</context>
<context>
    <name>FieldPanel</name>
    <message>
        <source>Names and texts</source>
        <translation>الأسماء والأوصاف</translation>
    </message>
    <message>
        <source>Price and stock</source>
        <translation>السعر والكمية</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>Category and brand</source>
        <translation>التصنيف والماركة</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>الخصائص</translation>
    </message>
    <message>
        <source>Also sent, as it stands</source>
        <translation>يُرسل أيضًا كما هو</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>SKU</source>
        <extracomment>(context, English text) → text in the language of the window. Sets a value apart inside a sentence of another direction (display only).</extracomment>
        <translation>رمز المنتج (SKU)</translation>
    </message>
    <message>
        <source>Own number</source>
        <extracomment>The shop's own (external) number of a product, beside SKU and barcode.</extracomment><translation>الرقم الداخلي</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>الباركود</translation>
    </message>
    <message>
        <source>English title</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>Arabic title</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>Price (dinars)</source>
        <translation>السعر بالدينار</translation>
    </message>
    <message>
        <source>Price (fils)</source>
        <translation>السعر بالفلس</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>الكمية</translation>
    </message>
    <message>
        <source>English category</source>
        <translation>التصنيف بالإنجليزية</translation>
    </message>
    <message>
        <source>Arabic category</source>
        <translation>التصنيف بالعربية</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>الماركة</translation>
    </message>
    <message>
        <source>Picture address</source>
        <translation>عنوان الصورة</translation>
    </message>
    <message>
        <source>English description</source>
        <translation>الوصف بالإنجليزية</translation>
    </message>
    <message>
        <source>Arabic description</source>
        <translation>الوصف بالعربية</translation>
    </message>
    <message>
        <source>Option 1</source>
        <translation>الخاصية 1</translation>
    </message>
    <message>
        <source>Value of option 1</source>
        <translation>قيمة الخاصية 1</translation>
    </message>
    <message>
        <source>Option 2</source>
        <translation>الخاصية 2</translation>
    </message>
    <message>
        <source>Value of option 2</source>
        <translation>قيمة الخاصية 2</translation>
    </message>
    <message>
        <source>Option 3</source>
        <translation>الخاصية 3</translation>
    </message>
    <message>
        <source>Value of option 3</source>
        <translation>قيمة الخاصية 3</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>رقم الفرع</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>رمز الضريبة</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Choose your catalogue</source>
        <translation>اختر الكتالوج</translation>
    </message>
    <message>
        <source>Catalogues</source>
        <translation>ملفات الكتالوج</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>Close</source>
        <extracomment>A file that is read sooner needs no word about it.</extracomment>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
    <message>
        <source>Drop your file anywhere in this window</source>
        <translation>أفلت ملفك في أي مكان من هذه النافذة</translation>
    </message>
    <message>
        <source>Your file is only read. It is never changed.</source>
        <translation>نقرأ ملفك فقط، ولا نغيّره أبدًا.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>استعراض…</translation>
    </message>
    <message>
        <source>Try with sample products</source>
        <translation>جرّب بمنتجات تجريبية</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>آخر الملفات</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Choose your catalogue</source>
        <translation>اختر الكتالوج</translation>
    </message>
    <message>
        <source>Excel, CSV, JSON or XML, from your till, your old shop or your own list.</source>
        <translation>ملف إكسل أو CSV أو JSON أو XML، من الكاشير أو متجرك القديم أو قائمة أعددتها.</translation>
    </message>
    <message>
        <source>Start from an empty list</source>
        <translation>ابدأ بقائمة فارغة</translation>
    </message>
    <message>
        <source>A workbook with the right columns and an example.</source>
        <translation>ملف إكسل فيه الأعمدة المطلوبة ومثال.</translation>
    </message>
    <message>
        <source>English headers</source>
        <translation>عناوين إنجليزية</translation>
    </message>
    <message>
        <source>Reading and checking {name}</source>
        <translation>جارٍ قراءة {name} وفحصه</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>لا منتجات</numerusform>
            <numerusform>منتج واحد</numerusform>
            <numerusform>منتجان</numerusform>
            <numerusform>%n منتجات</numerusform>
            <numerusform>%n منتجًا</numerusform>
            <numerusform>%n منتج</numerusform>
        </translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>لم يُرسل بعد</translation>
    </message>
    <message>
        <source>The files that you open stand here.</source>
        <translation>هنا تجد الملفات التي تفتحها.</translation>
    </message>
</context>
<context>
    <name>FixFile</name>
    <message>
        <source>To fix</source>
        <extracomment>What stands on the sheet itself (fix_file.SHEET_WORDS). A sheet's title has at most 31 letters, and none of []:*?/.</extracomment>
        <translation>للتصحيح</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>الصف</translation>
    </message>
    <message>
        <source>What to fix</source>
        <translation>المطلوب تصحيحه</translation>
    </message>
    <message>
        <source>Mend the coloured cells and save the file; then drop it into HKJ Desktop. You may sort, filter, move columns and rename the file. Rows that you delete stay in the catalogue as they are.</source>
        <translation>صحّح الخلايا الملوّنة واحفظ الملف، ثم أفلته في HKJ Desktop. لك أن ترتّب الصفوف وتصفّيها، وأن تنقل الأعمدة وتغيّر اسم الملف. وما تحذفه من صفوف يبقى في الكتالوج كما هو.</translation>
    </message>
    <message>
        <source>{name} – to fix</source>
        <extracomment>Behind the catalogue's name in the name of its fix file.</extracomment>
        <translation>{name} – للتصحيح</translation>
    </message>
    <message>
        <source>Nothing in this fix file differs from the catalogue.</source>
        <extracomment>What is told before a fix file is taken in; %n is the number of it. Where nothing was mended.</extracomment>
        <translation>لا فرق بين ملف التصحيح هذا والكتالوج.</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) left as they were</source>
        <translation>
            <numerusform>لا خلايا باقية كما هي</numerusform>
            <numerusform>خلية واحدة باقية كما هي</numerusform>
            <numerusform>خليتان باقيتان كما هما</numerusform>
            <numerusform>%n خلايا باقية كما هي</numerusform>
            <numerusform>%n خلية باقية كما هي</numerusform>
            <numerusform>%n خلية باقية كما هي</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) mended</source>
        <translation>
            <numerusform>لا خلايا مصحّحة</numerusform>
            <numerusform>خلية واحدة مصحّحة</numerusform>
            <numerusform>خليتان مصحّحتان</numerusform>
            <numerusform>%n خلايا مصحّحة</numerusform>
            <numerusform>%n خلية مصحّحة</numerusform>
            <numerusform>%n خلية مصحّحة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) mended that are the same here by now</source>
        <translation>
            <numerusform>لا خلايا مصحّحة لها القيمة نفسها هنا</numerusform>
            <numerusform>خلية واحدة مصحّحة لها الآن القيمة نفسها هنا</numerusform>
            <numerusform>خليتان مصحّحتان لهما الآن القيمة نفسها هنا</numerusform>
            <numerusform>%n خلايا مصحّحة لها الآن القيمة نفسها هنا</numerusform>
            <numerusform>%n خلية مصحّحة لها الآن القيمة نفسها هنا</numerusform>
            <numerusform>%n خلية مصحّحة لها الآن القيمة نفسها هنا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) that cannot be read, and stay as they are</source>
        <translation>
            <numerusform>لا خلايا تعذّرت قراءتها</numerusform>
            <numerusform>خلية واحدة تعذّرت قراءتها، وتبقى كما هي</numerusform>
            <numerusform>خليتان تعذّرت قراءتهما، وتبقيان كما هما</numerusform>
            <numerusform>%n خلايا تعذّرت قراءتها، وتبقى كما هي</numerusform>
            <numerusform>%n خلية تعذّرت قراءتها، وتبقى كما هي</numerusform>
            <numerusform>%n خلية تعذّرت قراءتها، وتبقى كما هي</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) added in the file; they are not taken in</source>
        <translation>
            <numerusform>لا أعمدة مضافة في الملف</numerusform>
            <numerusform>عمود واحد مضاف في الملف، يبقى خارج الكتالوج</numerusform>
            <numerusform>عمودان مضافان في الملف، يبقيان خارج الكتالوج</numerusform>
            <numerusform>%n أعمدة مضافة في الملف، تبقى خارج الكتالوج</numerusform>
            <numerusform>%n عمودًا مضافًا في الملف، تبقى خارج الكتالوج</numerusform>
            <numerusform>%n عمود مضاف في الملف، تبقى خارج الكتالوج</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) deleted in the file; they stay in the catalogue</source>
        <translation>
            <numerusform>لا أعمدة محذوفة من الملف</numerusform>
            <numerusform>عمود واحد محذوف من الملف، يبقى في الكتالوج</numerusform>
            <numerusform>عمودان محذوفان من الملف، يبقيان في الكتالوج</numerusform>
            <numerusform>%n أعمدة محذوفة من الملف، تبقى في الكتالوج</numerusform>
            <numerusform>%n عمودًا محذوفًا من الملف، تبقى في الكتالوج</numerusform>
            <numerusform>%n عمود محذوف من الملف، تبقى في الكتالوج</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mended row(s) that you left out here since the file was saved</source>
        <translation>
            <numerusform>لا صفوف مصحّحة تركتها هنا جانبًا بعد حفظ الملف</numerusform>
            <numerusform>صف واحد مصحّح تركته هنا جانبًا بعد حفظ الملف</numerusform>
            <numerusform>صفان مصحّحان تركتهما هنا جانبًا بعد حفظ الملف</numerusform>
            <numerusform>%n صفوف مصحّحة تركتها هنا جانبًا بعد حفظ الملف</numerusform>
            <numerusform>%n صفًا مصحّحًا تركتها هنا جانبًا بعد حفظ الملف</numerusform>
            <numerusform>%n صف مصحّح تركتها هنا جانبًا بعد حفظ الملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them you changed here as well since the file was saved</source>
        <translation>
            <numerusform>لم تعدّل أيًا منها هنا بعد حفظ الملف</numerusform>
            <numerusform>خلية منها عدّلتها هنا أيضًا بعد حفظ الملف</numerusform>
            <numerusform>خليتان منها عدّلتهما هنا أيضًا بعد حفظ الملف</numerusform>
            <numerusform>%n خلايا منها عدّلتها هنا أيضًا بعد حفظ الملف</numerusform>
            <numerusform>%n خلية منها عدّلتها هنا أيضًا بعد حفظ الملف</numerusform>
            <numerusform>%n خلية منها عدّلتها هنا أيضًا بعد حفظ الملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) added in the file; they are not taken in</source>
        <translation>
            <numerusform>لا صفوف مضافة في الملف</numerusform>
            <numerusform>صف واحد مضاف في الملف، يبقى خارج الكتالوج</numerusform>
            <numerusform>صفان مضافان في الملف، يبقيان خارج الكتالوج</numerusform>
            <numerusform>%n صفوف مضافة في الملف، تبقى خارج الكتالوج</numerusform>
            <numerusform>%n صفًا مضافًا في الملف، تبقى خارج الكتالوج</numerusform>
            <numerusform>%n صف مضاف في الملف، تبقى خارج الكتالوج</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) deleted in the file; they stay in the catalogue</source>
        <translation>
            <numerusform>لا صفوف محذوفة من الملف</numerusform>
            <numerusform>صف واحد محذوف من الملف، يبقى في الكتالوج</numerusform>
            <numerusform>صفان محذوفان من الملف، يبقيان في الكتالوج</numerusform>
            <numerusform>%n صفوف محذوفة من الملف، تبقى في الكتالوج</numerusform>
            <numerusform>%n صفًا محذوفًا من الملف، تبقى في الكتالوج</numerusform>
            <numerusform>%n صف محذوف من الملف، تبقى في الكتالوج</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fixes</name>
    <message>
        <source>The Arabic title goes into the Arabic column, and the English one into the English.</source>
        <translation>ينتقل الاسم العربي إلى عمود العربية، والإنجليزي إلى عمود الإنجليزية.</translation>
    </message>
    <message>
        <source>Swap titles</source>
        <translation>تبديل الاسمين</translation>
    </message>
    <message>
        <source>Both languages stand in one cell; each goes into its own column. A title that is there stays.</source>
        <translation>اللغتان في خلية واحدة، فتنتقل كل لغة إلى عمودها. وإن كان في العمود اسم فإنه يبقى.</translation>
    </message>
    <message>
        <source>Split titles</source>
        <translation>فصل الاسمين</translation>
    </message>
    <message>
        <source>The zeros at the start come back; the check digit says how many there were.</source>
        <translation>تعود الأصفار إلى أول الباركود، والرقم الأخير فيه يدلّ على عددها.</translation>
    </message>
    <message>
        <source>Restore zeros of barcodes</source>
        <translation>إعادة أصفار الباركود</translation>
    </message>
    <message>
        <source>No digit is lost in these cells, so the whole code can be written out.</source>
        <translation>أرقام هذه الخلايا كلها محفوظة، فيمكن كتابة الرمز كاملًا.</translation>
    </message>
    <message>
        <source>Write codes in full</source>
        <translation>كتابة الرموز كاملة</translation>
    </message>
    <message>
        <source>Signs and words around the digits go; the digits stay, and their check digit fits.</source>
        <translation>تزول العلامات والكلمات حول الأرقام، وتبقى الأرقام، ورقمها الأخير صحيح.</translation>
    </message>
    <message>
        <source>Leave only the digits of barcodes</source>
        <translation>إبقاء أرقام الباركود فقط</translation>
    </message>
    <message>
        <source>Remove spaces and hidden characters</source>
        <translation>أزل المسافات والأحرف المخفية</translation>
    </message>
    <message>
        <source>Hidden characters go, and several spaces become one; no letter and no digit changes.</source>
        <translation>تزول الأحرف المخفية، وتصبح المسافات المتتالية مسافة واحدة، ولا يتغيّر حرف ظاهر ولا رقم.</translation>
    </message>
    <message>
        <source>Trim spaces</source>
        <translation>إزالة المسافات الزائدة</translation>
    </message>
    <message>
        <source>The same numbers in the digits that shops and scanners read: 0 to 9.</source>
        <translation>الأرقام نفسها بالشكل الذي يقرؤه المتجر والماسح: 0 إلى 9.</translation>
    </message>
    <message>
        <source>Change digits to 0–9</source>
        <translation>تحويل الأرقام إلى 0–9</translation>
    </message>
    <message>
        <source>The last digit is worked out from the others. If one of those is wrong, scan the product instead.</source>
        <translation>الرقم الأخير ناتج عن حساب بقية الأرقام. إن كان أحدها خطأ، فاقرأ باركود المنتج بالماسح بدل ذلك.</translation>
    </message>
    <message>
        <source>Correct last digits of barcodes</source>
        <translation>تصحيح آخر رقم في الباركود</translation>
    </message>
    <message>
        <source>Make it {after}</source>
        <extracomment>Button; {after} is what the cell will hold. Keep it short: thirteen digits have to fit beside it.</extracomment><translation>اكتب {after}</translation>
    </message>
    <message>
        <source>The word beside the number goes; where it says that there is none left, 0 is written.</source>
        <translation>تزول الكلمة التي بجانب العدد، وإن كانت تعني أن الكمية نفدت نكتب 0.</translation>
    </message>
    <message>
        <source>Leave only the number in stock</source>
        <translation>إبقاء العدد فقط في الكمية</translation>
    </message>
    <message>
        <source>Make it 0</source>
        <translation>اجعل الكمية 0</translation>
    </message>
    <message>
        <source>There cannot be fewer than none: these products count as sold out.</source>
        <translation>لا كمية تحت الصفر: هذه المنتجات نفدت كميتها.</translation>
    </message>
    <message>
        <source>Set stock below zero to 0</source>
        <translation>تحويل الكمية السالبة إلى 0</translation>
    </message>
    <message>
        <source>One amount stands in each of these cells; the words and signs around it go.</source>
        <translation>في كل خلية منها مبلغ واحد، فيبقى المبلغ وتزول الكلمات والعلامات حوله.</translation>
    </message>
    <message>
        <source>Leave only the amount in prices</source>
        <translation>إبقاء المبلغ فقط في الأسعار</translation>
    </message>
    <message>
        <source>This column is in fils, which have no decimals; these amounts become fils.</source>
        <translation>هذا العمود بالفلس، والفلس لا كسور له، فنحوّل هذه المبالغ إلى الفلس.</translation>
    </message>
    <message>
        <source>Turn dinars into fils</source>
        <translation>تحويل الدنانير إلى الفلس</translation>
    </message>
    <message>
        <source>Round to {after}</source>
        <translation>قرّب إلى {after}</translation>
    </message>
    <message>
        <source>Each becomes the nearest whole fils; half a fils is rounded up.</source>
        <translation>نقرّب كل سعر إلى أقرب فلس، ونصف الفلس إلى الأعلى.</translation>
    </message>
    <message>
        <source>Round prices to fils</source>
        <translation>تقريب الأسعار إلى الفلس</translation>
    </message>
    <message>
        <source>The comma stands before the fils: 1,250 becomes one dinar and 250 fils.</source>
        <translation>ما بعد الفاصلة بالفلس: 1,250 تصبح دينارًا و250 فلسًا.</translation>
    </message>
    <message>
        <source>Read commas as points</source>
        <extracomment>Name of a step: the comma in prices is the decimal mark.</extracomment><translation>اعتبار الفاصلة نقطة</translation>
    </message>
    <message>
        <source>The comma groups thousands: 1,250 becomes one thousand two hundred and fifty dinars.</source>
        <translation>الفاصلة للآلاف: 1,250 تصبح ألفًا ومئتين وخمسين دينارًا.</translation>
    </message>
    <message>
        <source>Read commas as thousands</source>
        <translation>اعتبار الفاصلة للآلاف</translation>
    </message>
    <message>
        <source>The amount stays the same, without the minus sign.</source>
        <translation>يبقى المبلغ نفسه بلا إشارة السالب.</translation>
    </message>
    <message>
        <source>Remove minus signs</source>
        <translation>إزالة إشارة السالب</translation>
    </message>
    <message>
        <source>The point is moved to where it was; each price is then about what the shop last took.</source>
        <translation>تعود النقطة إلى مكانها، فيقارب كل سعر آخر سعر أخذه المتجر.</translation>
    </message>
    <message>
        <source>Move the point in prices</source>
        <translation>تصحيح مكان النقطة في الأسعار</translation>
    </message>
    <message>
        <source>Each becomes a thousandth of what it is, as where fils stood among dinars.</source>
        <translation>نقسم كل سعر على ألف، كما في سعر بالفلس بين أسعار بالدينار.</translation>
    </message>
    <message>
        <source>Make prices a thousandth</source>
        <translation>قسمة الأسعار على ألف</translation>
    </message>
    <message>
        <source>Each becomes a thousand times what it is, as where dinars stood among fils.</source>
        <translation>نضرب كل سعر في ألف، كما في سعر بالدينار بين أسعار بالفلس.</translation>
    </message>
    <message>
        <source>Make prices a thousandfold</source>
        <translation>ضرب الأسعار في ألف</translation>
    </message>
    <message>
        <source>Take the price in fils</source>
        <translation>اعتمد السعر بالفلس</translation>
    </message>
    <message>
        <source>The dinar column gets the amount that stands in the fils column.</source>
        <translation>يأخذ عمود الدينار المبلغ من عمود الفلس.</translation>
    </message>
    <message>
        <source>Take prices in fils</source>
        <translation>اعتماد الأسعار بالفلس</translation>
    </message>
    <message>
        <source>Take the price in dinars</source>
        <translation>اعتمد السعر بالدينار</translation>
    </message>
    <message>
        <source>The fils column gets the amount that stands in the dinar column.</source>
        <translation>يأخذ عمود الفلس المبلغ من عمود الدينار.</translation>
    </message>
    <message>
        <source>Take prices in dinars</source>
        <translation>اعتماد الأسعار بالدينار</translation>
    </message>
    <message>
        <source>Correct the address</source>
        <translation>صحّح العنوان</translation>
    </message>
    <message>
        <source>Spaces become %20, and an address that begins with www. gets https:// before it.</source>
        <translation>تصبح كل مسافة ‎%20‎، ونضيف ‎https://‎ قبل ‎www.‎ في أول العنوان.</translation>
    </message>
    <message>
        <source>Correct picture addresses</source>
        <translation>تصحيح عناوين الصور</translation>
    </message>
    <message>
        <source>Each word begins with a capital; abbreviations such as LED stay as they are.</source>
        <translation>تبدأ كل كلمة بحرف كبير، وتبقى الاختصارات مثل LED كما هي.</translation>
    </message>
    <message>
        <source>Write titles in small letters</source>
        <translation>كتابة الأسماء بأحرف صغيرة</translation>
    </message>
    <message>
        <source>Cut it to the length</source>
        <translation>قصّ النص إلى الطول المسموح</translation>
    </message>
    <message>
        <source>Each is cut behind a word, with … at its end; what stood behind that is lost.</source>
        <translation>نقصّ كل نص بعد كلمة كاملة ونضع … في آخره، ويضيع ما بعدها.</translation>
    </message>
    <message>
        <source>Cut long texts</source>
        <translation>قصّ النصوص الطويلة</translation>
    </message>
    <message>
        <source>Keep the last</source>
        <extracomment>Button for two products with one code: the later stays, the earlier leaves the catalogue.</extracomment><translation>احتفظ بالأخير</translation>
    </message>
    <message>
        <source>The earlier product leaves the catalogue with all of its rows; your file stays as it is. Look at the names first: where they are two products, give one of them another code instead.</source>
        <translation>يخرج المنتج السابق من الكتالوج بكل صفوفه، ويبقى ملفك كما هو. انظر إلى الاسمين أولًا: إن كانا لمنتجين مختلفين، فاكتب لأحدهما رمزًا آخر بدل ذلك.</translation>
    </message>
    <message>
        <source>The later product leaves the catalogue with all of its rows; your file stays as it is. Look at the names first: where they are two products, give one of them another code instead.</source>
        <translation>يخرج المنتج اللاحق من الكتالوج بكل صفوفه، ويبقى ملفك كما هو. انظر إلى الاسمين أولًا: إن كانا لمنتجين مختلفين، فاكتب لأحدهما رمزًا آخر بدل ذلك.</translation>
    </message>
    <message>
        <source>Keep the last of duplicates</source>
        <translation>الاحتفاظ بالأخير من المكرّر</translation>
    </message>
    <message>
        <source>Swap the titles</source>
        <translation>بدّل بين الاسمين</translation>
    </message>
    <message>
        <source>Split the title in two</source>
        <translation>افصل الاسمين</translation>
    </message>
    <message>
        <source>Make it {after}, in dinars</source>
        <translation>اكتب {after} بالدينار</translation>
    </message>
    <message>
        <source>Make it {after}: the comma is the point</source>
        <translation>اكتب {after}: الفاصلة نقطة</translation>
    </message>
    <message>
        <source>Make it {after}: the comma groups thousands</source>
        <translation>اكتب {after}: الفاصلة للآلاف</translation>
    </message>
    <message>
        <source>Make it {after}, with no minus sign</source>
        <translation>اكتب {after} بلا إشارة السالب</translation>
    </message>
    <message>
        <source>Make it {after}, a thousandth</source>
        <translation>اكتب {after}: قسمة على ألف</translation>
    </message>
    <message>
        <source>Make it {after}, a thousandfold</source>
        <translation>اكتب {after}: ضرب في ألف</translation>
    </message>
    <message>
        <source>Keep the first</source>
        <translation>احتفظ بالأول</translation>
    </message>
    <message>
        <source>Keep the first of duplicates</source>
        <translation>الاحتفاظ بالأول من المكرّر</translation>
    </message>
    <message>
        <source>Clear this barcode</source>
        <translation>امسح هذا الباركود</translation>
    </message>
    <message>
        <source>The first product keeps the barcode; the later one goes without.</source>
        <translation>يبقى الباركود للمنتج الأول، ويبقى المنتج اللاحق بلا باركود.</translation>
    </message>
    <message>
        <source>Clear repeated barcodes</source>
        <translation>مسح الباركود المكرّر</translation>
    </message>
    <message>
        <source>Leave this row out</source>
        <translation>اترك هذا الصف جانبًا</translation>
    </message>
    <message>
        <source>These rows leave the catalogue; your file stays as it is.</source>
        <translation>تخرج هذه الصفوف من الكتالوج، ويبقى ملفك كما هو.</translation>
    </message>
    <message>
        <source>Leave rows out</source>
        <translation>ترك الصفوف جانبًا</translation>
    </message>
    <message>
        <source>Copy from another column…</source>
        <translation>انسخ من عمود آخر…</translation>
    </message>
    <message>
        <source>Each cell gets what stands on its row in the column that you choose, where it fits.</source>
        <translation>تأخذ كل خلية ما في صفها من العمود الذي تختاره، إن كان مناسبًا لها.</translation>
    </message>
    <message>
        <source>Copy from another column</source>
        <translation>النسخ من عمود آخر</translation>
    </message>
    <message>
        <source>Clear this cell</source>
        <translation>امسح هذه الخلية</translation>
    </message>
    <message>
        <source>The error goes, and the product is sent without this.</source>
        <translation>تزول المشكلة، ويصل المنتج إلى المتجر بلا هذه المعلومة.</translation>
    </message>
    <message>
        <source>Clear cells with errors</source>
        <translation>مسح الخلايا الخاطئة</translation>
    </message>
    <message numerus="yes">
        <source>Clear all %n cell(s) like this</source>
        <translation>
            <numerusform>لا خلايا مشابهة</numerusform>
            <numerusform>امسح هذه الخلية</numerusform>
            <numerusform>امسح خليتين مشابهتين</numerusform>
            <numerusform>امسح %n خلايا مشابهة</numerusform>
            <numerusform>امسح %n خلية مشابهة</numerusform>
            <numerusform>امسح %n خلية مشابهة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear all %n later barcode(s) like this</source>
        <translation>
            <numerusform>لا باركودات لاحقة مشابهة</numerusform>
            <numerusform>امسح هذا الباركود اللاحق</numerusform>
            <numerusform>امسح باركودين لاحقين مشابهين</numerusform>
            <numerusform>امسح %n باركودات لاحقة مشابهة</numerusform>
            <numerusform>امسح %n باركودًا لاحقًا مشابهًا</numerusform>
            <numerusform>امسح %n باركود لاحق مشابه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy all %n like this from another column…</source>
        <translation>
            <numerusform>لا خلايا مشابهة…</numerusform>
            <numerusform>املأ هذه الخلية من عمود آخر…</numerusform>
            <numerusform>املأ خليتين مشابهتين من عمود آخر…</numerusform>
            <numerusform>املأ %n خلايا مشابهة من عمود آخر…</numerusform>
            <numerusform>املأ %n خلية مشابهة من عمود آخر…</numerusform>
            <numerusform>املأ %n خلية مشابهة من عمود آخر…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Correct all %n address(es) like this</source>
        <translation>
            <numerusform>لا عناوين مشابهة</numerusform>
            <numerusform>صحّح هذا العنوان</numerusform>
            <numerusform>صحّح عنوانين مشابهين</numerusform>
            <numerusform>صحّح %n عناوين مشابهة</numerusform>
            <numerusform>صحّح %n عنوانًا مشابهًا</numerusform>
            <numerusform>صحّح %n عنوان مشابه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Correct the last digit of all %n barcode(s) like this</source>
        <translation>
            <numerusform>لا باركودات مشابهة</numerusform>
            <numerusform>صحّح الرقم الأخير في هذا الباركود</numerusform>
            <numerusform>صحّح الرقم الأخير في باركودين مشابهين</numerusform>
            <numerusform>صحّح الرقم الأخير في %n باركودات مشابهة</numerusform>
            <numerusform>صحّح الرقم الأخير في %n باركودًا مشابهًا</numerusform>
            <numerusform>صحّح الرقم الأخير في %n باركود مشابه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cut all %n text(s) like this to the length</source>
        <translation>
            <numerusform>لا نصوص مشابهة</numerusform>
            <numerusform>قصّ هذا النص إلى الطول المسموح</numerusform>
            <numerusform>قصّ نصين مشابهين إلى الطول المسموح</numerusform>
            <numerusform>قصّ %n نصوص مشابهة إلى الطول المسموح</numerusform>
            <numerusform>قصّ %n نصًا مشابهًا إلى الطول المسموح</numerusform>
            <numerusform>قصّ %n نص مشابه إلى الطول المسموح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give all %n barcode(s) like this their zeros back</source>
        <translation>
            <numerusform>لا باركودات مشابهة</numerusform>
            <numerusform>أعد الأصفار إلى هذا الباركود</numerusform>
            <numerusform>أعد الأصفار إلى باركودين مشابهين</numerusform>
            <numerusform>أعد الأصفار إلى %n باركودات مشابهة</numerusform>
            <numerusform>أعد الأصفار إلى %n باركودًا مشابهًا</numerusform>
            <numerusform>أعد الأصفار إلى %n باركود مشابه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep the first for all %n like this</source>
        <translation>
            <numerusform>لا حالات مشابهة</numerusform>
            <numerusform>احتفظ بالأول في هذه الحالة</numerusform>
            <numerusform>احتفظ بالأول في حالتين مشابهتين</numerusform>
            <numerusform>احتفظ بالأول في %n حالات مشابهة</numerusform>
            <numerusform>احتفظ بالأول في %n حالة مشابهة</numerusform>
            <numerusform>احتفظ بالأول في %n حالة مشابهة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep the last for all %n like this</source>
        <translation>
            <numerusform>لا حالات مشابهة</numerusform>
            <numerusform>احتفظ بالأخير في هذه الحالة</numerusform>
            <numerusform>احتفظ بالأخير في حالتين مشابهتين</numerusform>
            <numerusform>احتفظ بالأخير في %n حالات مشابهة</numerusform>
            <numerusform>احتفظ بالأخير في %n حالة مشابهة</numerusform>
            <numerusform>احتفظ بالأخير في %n حالة مشابهة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave only the amount in all %n price(s) like this</source>
        <translation>
            <numerusform>لا أسعار مشابهة</numerusform>
            <numerusform>اترك المبلغ فقط في هذا السعر</numerusform>
            <numerusform>اترك المبلغ فقط في سعرين مشابهين</numerusform>
            <numerusform>اترك المبلغ فقط في %n أسعار مشابهة</numerusform>
            <numerusform>اترك المبلغ فقط في %n سعرًا مشابهًا</numerusform>
            <numerusform>اترك المبلغ فقط في %n سعر مشابه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave only the digits in all %n barcode(s) like this</source>
        <translation>
            <numerusform>لا باركودات مشابهة</numerusform>
            <numerusform>اترك الأرقام فقط في هذا الباركود</numerusform>
            <numerusform>اترك الأرقام فقط في باركودين مشابهين</numerusform>
            <numerusform>اترك الأرقام فقط في %n باركودات مشابهة</numerusform>
            <numerusform>اترك الأرقام فقط في %n باركودًا مشابهًا</numerusform>
            <numerusform>اترك الأرقام فقط في %n باركود مشابه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave only the number in all %n cell(s) like this</source>
        <translation>
            <numerusform>لا خلايا مشابهة</numerusform>
            <numerusform>اترك العدد فقط في هذه الخلية</numerusform>
            <numerusform>اترك العدد فقط في خليتين مشابهتين</numerusform>
            <numerusform>اترك العدد فقط في %n خلايا مشابهة</numerusform>
            <numerusform>اترك العدد فقط في %n خلية مشابهة</numerusform>
            <numerusform>اترك العدد فقط في %n خلية مشابهة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out all %n row(s) like this</source>
        <translation>
            <numerusform>لا صفوف مشابهة</numerusform>
            <numerusform>اترك هذا الصف جانبًا</numerusform>
            <numerusform>اترك صفين مشابهين جانبًا</numerusform>
            <numerusform>اترك %n صفوف مشابهة جانبًا</numerusform>
            <numerusform>اترك %n صفًا مشابهًا جانبًا</numerusform>
            <numerusform>اترك %n صف مشابه جانبًا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make all %n price(s) like this a thousandfold</source>
        <translation>
            <numerusform>لا أسعار مشابهة</numerusform>
            <numerusform>اضرب هذا السعر في ألف</numerusform>
            <numerusform>اضرب سعرين مشابهين في ألف</numerusform>
            <numerusform>اضرب %n أسعار مشابهة في ألف</numerusform>
            <numerusform>اضرب %n سعرًا مشابهًا في ألف</numerusform>
            <numerusform>اضرب %n سعر مشابه في ألف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make all %n price(s) like this a thousandth</source>
        <translation>
            <numerusform>لا أسعار مشابهة</numerusform>
            <numerusform>اقسم هذا السعر على ألف</numerusform>
            <numerusform>اقسم سعرين مشابهين على ألف</numerusform>
            <numerusform>اقسم %n أسعار مشابهة على ألف</numerusform>
            <numerusform>اقسم %n سعرًا مشابهًا على ألف</numerusform>
            <numerusform>اقسم %n سعر مشابه على ألف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make all %n stock(s) like this 0</source>
        <translation>
            <numerusform>لا خلايا مشابهة</numerusform>
            <numerusform>اجعل هذه الكمية 0</numerusform>
            <numerusform>اجعل الكمية 0 في خليتين مشابهتين</numerusform>
            <numerusform>اجعل الكمية 0 في %n خلايا مشابهة</numerusform>
            <numerusform>اجعل الكمية 0 في %n خلية مشابهة</numerusform>
            <numerusform>اجعل الكمية 0 في %n خلية مشابهة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move the point in all %n price(s) like this</source>
        <translation>
            <numerusform>لا أسعار مشابهة</numerusform>
            <numerusform>صحّح مكان النقطة في هذا السعر</numerusform>
            <numerusform>صحّح مكان النقطة في سعرين مشابهين</numerusform>
            <numerusform>صحّح مكان النقطة في %n أسعار مشابهة</numerusform>
            <numerusform>صحّح مكان النقطة في %n سعرًا مشابهًا</numerusform>
            <numerusform>صحّح مكان النقطة في %n سعر مشابه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read all %n price(s) like this as dinars</source>
        <translation>
            <numerusform>لا أسعار مشابهة</numerusform>
            <numerusform>اعتبر هذا السعر بالدينار</numerusform>
            <numerusform>اعتبر سعرين مشابهين بالدينار</numerusform>
            <numerusform>اعتبر %n أسعار مشابهة بالدينار</numerusform>
            <numerusform>اعتبر %n سعرًا مشابهًا بالدينار</numerusform>
            <numerusform>اعتبر %n سعر مشابه بالدينار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read the comma as grouping thousands in all %n price(s) like this</source>
        <translation>
            <numerusform>لا أسعار مشابهة</numerusform>
            <numerusform>اعتبر الفاصلة للآلاف في هذا السعر</numerusform>
            <numerusform>اعتبر الفاصلة للآلاف في سعرين مشابهين</numerusform>
            <numerusform>اعتبر الفاصلة للآلاف في %n أسعار مشابهة</numerusform>
            <numerusform>اعتبر الفاصلة للآلاف في %n سعرًا مشابهًا</numerusform>
            <numerusform>اعتبر الفاصلة للآلاف في %n سعر مشابه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read the comma as the point in all %n price(s) like this</source>
        <translation>
            <numerusform>لا أسعار مشابهة</numerusform>
            <numerusform>اعتبر الفاصلة نقطة في هذا السعر</numerusform>
            <numerusform>اعتبر الفاصلة نقطة في سعرين مشابهين</numerusform>
            <numerusform>اعتبر الفاصلة نقطة في %n أسعار مشابهة</numerusform>
            <numerusform>اعتبر الفاصلة نقطة في %n سعرًا مشابهًا</numerusform>
            <numerusform>اعتبر الفاصلة نقطة في %n سعر مشابه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove spaces and hidden characters from all %n cell(s) like this</source>
        <translation>
            <numerusform>لا خلايا مشابهة</numerusform>
            <numerusform>أزل المسافات والأحرف المخفية من هذه الخلية</numerusform>
            <numerusform>أزل المسافات والأحرف المخفية من خليتين مشابهتين</numerusform>
            <numerusform>أزل المسافات والأحرف المخفية من %n خلايا مشابهة</numerusform>
            <numerusform>أزل المسافات والأحرف المخفية من %n خلية مشابهة</numerusform>
            <numerusform>أزل المسافات والأحرف المخفية من %n خلية مشابهة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove the minus sign from all %n price(s) like this</source>
        <translation>
            <numerusform>لا أسعار مشابهة</numerusform>
            <numerusform>أزل إشارة السالب من هذا السعر</numerusform>
            <numerusform>أزل إشارة السالب من سعرين مشابهين</numerusform>
            <numerusform>أزل إشارة السالب من %n أسعار مشابهة</numerusform>
            <numerusform>أزل إشارة السالب من %n سعرًا مشابهًا</numerusform>
            <numerusform>أزل إشارة السالب من %n سعر مشابه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Round all %n price(s) like this</source>
        <translation>
            <numerusform>لا أسعار مشابهة</numerusform>
            <numerusform>قرّب هذا السعر</numerusform>
            <numerusform>قرّب سعرين مشابهين</numerusform>
            <numerusform>قرّب %n أسعار مشابهة</numerusform>
            <numerusform>قرّب %n سعرًا مشابهًا</numerusform>
            <numerusform>قرّب %n سعر مشابه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split all %n title(s) like this</source>
        <translation>
            <numerusform>لا خلايا مشابهة</numerusform>
            <numerusform>افصل الاسمين في هذه الخلية</numerusform>
            <numerusform>افصل الاسمين في خليتين مشابهتين</numerusform>
            <numerusform>افصل الاسمين في %n خلايا مشابهة</numerusform>
            <numerusform>افصل الاسمين في %n خلية مشابهة</numerusform>
            <numerusform>افصل الاسمين في %n خلية مشابهة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Swap the titles of all %n product(s) like this</source>
        <translation>
            <numerusform>لا منتجات مشابهة</numerusform>
            <numerusform>بدّل بين الاسمين في هذا المنتج</numerusform>
            <numerusform>بدّل بين الاسمين في منتجين مشابهين</numerusform>
            <numerusform>بدّل بين الاسمين في %n منتجات مشابهة</numerusform>
            <numerusform>بدّل بين الاسمين في %n منتجًا مشابهًا</numerusform>
            <numerusform>بدّل بين الاسمين في %n منتج مشابه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the price in dinars for all %n product(s) like this</source>
        <translation>
            <numerusform>لا منتجات مشابهة</numerusform>
            <numerusform>اعتمد السعر بالدينار في هذا المنتج</numerusform>
            <numerusform>اعتمد السعر بالدينار في منتجين مشابهين</numerusform>
            <numerusform>اعتمد السعر بالدينار في %n منتجات مشابهة</numerusform>
            <numerusform>اعتمد السعر بالدينار في %n منتجًا مشابهًا</numerusform>
            <numerusform>اعتمد السعر بالدينار في %n منتج مشابه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the price in fils for all %n product(s) like this</source>
        <translation>
            <numerusform>لا منتجات مشابهة</numerusform>
            <numerusform>اعتمد السعر بالفلس في هذا المنتج</numerusform>
            <numerusform>اعتمد السعر بالفلس في منتجين مشابهين</numerusform>
            <numerusform>اعتمد السعر بالفلس في %n منتجات مشابهة</numerusform>
            <numerusform>اعتمد السعر بالفلس في %n منتجًا مشابهًا</numerusform>
            <numerusform>اعتمد السعر بالفلس في %n منتج مشابه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write all %n cell(s) like this with the digits 0 to 9</source>
        <translation>
            <numerusform>لا خلايا مشابهة</numerusform>
            <numerusform>حوّل الأرقام في هذه الخلية إلى 0–9</numerusform>
            <numerusform>حوّل الأرقام في خليتين مشابهتين إلى 0–9</numerusform>
            <numerusform>حوّل الأرقام في %n خلايا مشابهة إلى 0–9</numerusform>
            <numerusform>حوّل الأرقام في %n خلية مشابهة إلى 0–9</numerusform>
            <numerusform>حوّل الأرقام في %n خلية مشابهة إلى 0–9</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write all %n code(s) like this in full</source>
        <translation>
            <numerusform>لا رموز مشابهة</numerusform>
            <numerusform>اكتب هذا الرمز بالكامل</numerusform>
            <numerusform>اكتب رمزين مشابهين بالكامل</numerusform>
            <numerusform>اكتب %n رموز مشابهة بالكامل</numerusform>
            <numerusform>اكتب %n رمزًا مشابهًا بالكامل</numerusform>
            <numerusform>اكتب %n رمز مشابه بالكامل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write all %n title(s) like this in small letters</source>
        <translation>
            <numerusform>لا أسماء مشابهة</numerusform>
            <numerusform>اكتب هذا الاسم بأحرف صغيرة</numerusform>
            <numerusform>اكتب اسمين مشابهين بأحرف صغيرة</numerusform>
            <numerusform>اكتب %n أسماء مشابهة بأحرف صغيرة</numerusform>
            <numerusform>اكتب %n اسمًا مشابهًا بأحرف صغيرة</numerusform>
            <numerusform>اكتب %n اسم مشابه بأحرف صغيرة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fixing</name>
    <message>
        <source>Fix for me</source>
        <extracomment>Fix → how many problems it would mend, of those that need no choice.</extracomment>
        <translation>أصلح عنّي</translation>
    </message>
    <message>
        <source>Untick what is to stay as it is. It can be undone.</source>
        <translation>أزل العلامة عمّا تريد أن يبقى كما هو. ويمكنك التراجع لاحقًا.</translation>
    </message>
    <message>
        <source>Nothing can be mended by itself here</source>
        <translation>لا يوجد تصحيح تلقائي لهذه المشكلة</translation>
    </message>
    <message numerus="yes">
        <source>Change %n</source>
        <translation>
            <numerusform>لا تعديلات</numerusform>
            <numerusform>طبّق تعديلًا واحدًا</numerusform>
            <numerusform>طبّق تعديلين</numerusform>
            <numerusform>طبّق %n تعديلات</numerusform>
            <numerusform>طبّق %n تعديلًا</numerusform>
            <numerusform>طبّق %n تعديل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fix %n for me…</source>
        <translation>
            <numerusform>لا مشكلات لإصلاحها…</numerusform>
            <numerusform>أصلح مشكلة واحدة عنّي…</numerusform>
            <numerusform>أصلح مشكلتين عنّي…</numerusform>
            <numerusform>أصلح %n مشكلات عنّي…</numerusform>
            <numerusform>أصلح %n مشكلة عنّي…</numerusform>
            <numerusform>أصلح %n مشكلة عنّي…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Shop</source>
        <translation>المتجر</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>الإرسال</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>الخطوات</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Open a catalogue</source>
        <translation>فتح كتالوج</translation>
    </message>
    <message>
        <source>Search in the catalogue</source>
        <translation>بحث في الكتالوج</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <extracomment>Shows the keyboard shortcuts; no secret keys.</extracomment><translation>عرض الاختصارات</translation>
    </message>
</context>
<context>
    <name>GlanceStrip</name>
    <message>
        <source>At a glance</source>
        <extracomment>Below this width there is room for two charts. Chart and its share of the width, in reading order.</extracomment>
        <translation>نظرة سريعة</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>How it works</source>
        <translation>كيف يعمل البرنامج</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>Copied. Paste it into your message to support.</source>
        <translation>تم نسخ التفاصيل. ألصقها في رسالتك إلى الدعم.</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>المتجر</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>المنتجات</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Put back: {file}</source>
        <extracomment>In place of a shop's key: every shop.</extracomment>
        <translation>إرجاع: {file}</translation>
    </message>
    <message>
        <source>{n} accepted</source>
        <translation>مقبول: {n}</translation>
    </message>
    <message>
        <source>{n} refused</source>
        <translation>مرفوض: {n}</translation>
    </message>
    <message>
        <source>{n} not known</source>
        <translation>غير معروف بعد: {n}</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Show the uploads of</source>
        <translation>عرض ما أُرسل إلى</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>عمليات الإرسال</translation>
    </message>
    <message>
        <source>Show this upload</source>
        <translation>عرض هذا الإرسال</translation>
    </message>
    <message>
        <source>Put it back…</source>
        <extracomment>Button: send the products as they were before this upload.</extracomment><translation>إرجاع ما كان قبله…</translation>
    </message>
    <message>
        <source>See what this upload changed, and send it as it was before</source>
        <translation>شاهد ما غيّره هذا الإرسال، وأرسله كما كان قبله</translation>
    </message>
    <message>
        <source>Choose a catalogue</source>
        <translation>اختر كتالوجًا</translation>
    </message>
    <message>
        <source>Nothing has been sent yet</source>
        <translation>لم يُرسل شيء بعد</translation>
    </message>
    <message>
        <source>Each upload will stand here: what was sent, when, and what became of it.</source>
        <translation>ستجد هنا كل إرسال: ما أُرسل، ومتى، وماذا كانت نتيجته.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Everything that was sent from this computer. Press Enter or double-click to see one again.</source>
        <translation>كل ما أُرسل من هذا الجهاز. لعرض إرسال من جديد، انقر عليه مرتين أو اضغط Enter.</translation>
    </message>
    <message>
        <source>All shops</source>
        <translation>كل المتاجر</translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message>
        <source>Chosen</source>
        <translation>مختار</translation>
    </message>
</context>
<context>
    <name>Lights</name>
    <message>
        <source>ready</source>
        <extracomment>What the frame of the table calls the light of the n-th shop; no key of a file's column begins like it. Shapes of their own, as the colours alone tell nothing to many.</extracomment>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>ready, worth a look</source>
        <translation>جاهز ويحتاج نظرة</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>غير جاهز</translation>
    </message>
    <message>
        <source>{shop} ({system})</source>
        <translation>{shop} ({system})</translation>
    </message>
    <message>
        <source>{shop}: {state}</source>
        <translation>{shop}: {state}</translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>لا مشكلات أخرى</numerusform>
            <numerusform>ومشكلة أخرى</numerusform>
            <numerusform>ومشكلتان أخريان</numerusform>
            <numerusform>و%n مشكلات أخرى</numerusform>
            <numerusform>و%n مشكلة أخرى</numerusform>
            <numerusform>و%n مشكلة أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>{field}: {problem}</source>
        <translation>{field}: {problem}</translation>
    </message>
    <message>
        <source>{problem} (cell {place})</source>
        <translation>{problem} (الخلية {place})</translation>
    </message>
</context>
<context>
    <name>LookingBar</name>
    <message>
        <source>Stop</source>
        <extracomment>A screen reader hears of every such part of the whole, and not of every picture.</extracomment>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Looking at the pictures: {done} of {total}</source>
        <translation>فحص الصور: {done} من {total}</translation>
    </message>
    <message>
        <source>Counting the pictures</source>
        <translation>جارٍ عدّ الصور</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>جارٍ الإيقاف…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Go on to sending</source>
        <translation>المتابعة إلى الإرسال</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>جارٍ الإنهاء…</translation>
    </message>
    <message>
        <source>What was sent is being written down. This takes a moment.</source>
        <translation>نسجّل الآن ما أُرسل. لن يستغرق ذلك إلا لحظة.</translation>
    </message>
    <message numerus="yes">
        <source>Send the %n fixed</source>
        <translation>
            <numerusform>لا شيء للإرسال</numerusform>
            <numerusform>إرسال المنتج المصحّح</numerusform>
            <numerusform>إرسال المنتجين المصحّحين</numerusform>
            <numerusform>إرسال %n منتجات مصحّحة</numerusform>
            <numerusform>إرسال %n منتجًا مصحّحًا</numerusform>
            <numerusform>إرسال %n منتج مصحّح</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchReason</name>
    <message>
        <source>Same name</source>
        <translation>الاسم نفسه</translation>
    </message>
    <message>
        <source>A usual name for it</source>
        <translation>من أسمائه المعتادة</translation>
    </message>
    <message>
        <source>Spelled nearly the same</source>
        <translation>كتابة قريبة</translation>
    </message>
    <message>
        <source>As the program it comes from writes it</source>
        <translation>هكذا يكتبه البرنامج الذي جاء منه</translation>
    </message>
    <message>
        <source>From what is in the column</source>
        <translation>من محتوى العمود</translation>
    </message>
    <message>
        <source>As you chose last time</source>
        <translation>كما اخترت آخر مرة</translation>
    </message>
    <message>
        <source>Chosen by you</source>
        <translation>من اختيارك</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>لم نتعرّف عليه</translation>
    </message>
</context>
<context>
    <name>MatcherDialog</name>
    <message>
        <source>Columns of the file</source>
        <extracomment>What a column can be besides a field; no field is called so.</extracomment>
        <translation>أعمدة الملف</translation>
    </message>
    <message>
        <source>Which column is what?</source>
        <translation>ماذا في كل عمود؟</translation>
    </message>
    <message>
        <source>Choose what each column holds. A file with the same headers will be understood this way next time.</source>
        <translation>اختر محتوى كل عمود. وفي المرة القادمة سنقرأ أي ملف له رؤوس الأعمدة نفسها بهذه الطريقة.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>العمود</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>أول القيم</translation>
    </message>
    <message>
        <source>Is</source>
        <extracomment>Column head of a list of choices: this column of the file is the price, the title, …</extracomment><translation>المحتوى</translation>
    </message>
    <message>
        <source>Check with these columns</source>
        <translation>الفحص بهذه الأعمدة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Field of column {letter}, {name}</source>
        <translation>محتوى العمود {letter}، {name}</translation>
    </message>
    <message>
        <source>Send as it is</source>
        <translation>أرسله كما هو</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>اتركه جانبًا</translation>
    </message>
    <message>
        <source>How the prices of column {letter} are written</source>
        <translation>طريقة كتابة الأسعار في العمود {letter}</translation>
    </message>
    <message>
        <source>decimal point</source>
        <translation>النقطة للكسور</translation>
    </message>
    <message>
        <source>commas group thousands</source>
        <translation>الفاصلة للآلاف</translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation>الفاصلة للكسور</translation>
    </message>
    <message>
        <source>fils</source>
        <translation>بالفلس</translation>
    </message>
    <message>
        <source>piastres</source>
        <translation>بالقرش</translation>
    </message>
    <message>
        <source>{price}: {unit}</source>
        <translation>{price}: {unit}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>How it works</source>
        <extracomment>Of macOS: it takes these out of our menus and puts them where it has them.</extracomment>
        <translation>كيف يعمل البرنامج</translation>
    </message>
    <message>
        <source>Copy details for support</source>
        <translation>نسخ التفاصيل للدعم</translation>
    </message>
    <message>
        <source>About HKJ Desktop</source>
        <translation>عن HKJ Desktop</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>انتقال</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Take the mended cells in?</source>
        <translation>اعتماد الخلايا المصحّحة؟</translation>
    </message>
    <message>
        <source>Nothing is changed before you agree. It can be undone.</source>
        <translation>لن يتغيّر شيء قبل موافقتك، ويمكنك التراجع بعدها.</translation>
    </message>
    <message numerus="yes">
        <source>Take in %n cell(s)</source>
        <translation>
            <numerusform>لا خلايا لاعتمادها</numerusform>
            <numerusform>اعتماد خلية واحدة</numerusform>
            <numerusform>اعتماد خليتين</numerusform>
            <numerusform>اعتماد %n خلايا</numerusform>
            <numerusform>اعتماد %n خلية</numerusform>
            <numerusform>اعتماد %n خلية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message numerus="yes">
        <source>%n dinar(s)</source>
        <translation>
            <numerusform>صفر دينار</numerusform>
            <numerusform>دينار واحد</numerusform>
            <numerusform>ديناران</numerusform>
            <numerusform>%n دنانير</numerusform>
            <numerusform>%n دينارًا</numerusform>
            <numerusform>%n دينار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fils</source>
        <translation>
            <numerusform>صفر فلس</numerusform>
            <numerusform>فلس واحد</numerusform>
            <numerusform>فلسان</numerusform>
            <numerusform>%n فلوس</numerusform>
            <numerusform>%n فلسًا</numerusform>
            <numerusform>%n فلس</numerusform>
        </translation>
    </message>
    <message>
        <source>{dinars} and {fils}</source>
        <extracomment>Below this width fields stand below each other. Groups whose fields take the whole width.</extracomment>
        <translation>{dinars} و{fils}</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Saved as {name}</source>
        <translation>حُفظ باسم {name}</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>عرض المجلد</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
    <message>
        <source>It is kept as {name}. What could be read of it is in force; look whether your shops are there.</source>
        <translation>احتفظنا به باسم {name}، ونعمل بما أمكن قراءته منه. تأكّد أن متاجرك كلها موجودة.</translation>
    </message>
    <message>
        <source>The file with the settings was damaged</source>
        <translation>ملف الإعدادات تالف</translation>
    </message>
    <message>
        <source>It is kept as {name}, and a new record was begun. Earlier uploads are missing from the history.</source>
        <translation>احتفظنا به باسم {name} وبدأنا سجلًا جديدًا، لذلك لا تظهر فيه عمليات الإرسال السابقة.</translation>
    </message>
    <message>
        <source>The record of uploads was damaged</source>
        <translation>سجل الإرسال تالف</translation>
    </message>
    <message>
        <source>Until then the program works as if it were new, and keeps no settings.</source>
        <translation>حتى ذلك الحين يعمل البرنامج كأنه جديد، ولا يحفظ الإعدادات.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>The upload has ended</source>
        <extracomment>For how long a notice asks to be shown, in milliseconds; the desktop may know better. Shops that a notice names; of more, their number is told.</extracomment>
        <translation>انتهى الإرسال</translation>
    </message>
    <message>
        <source>The upload has ended with problems</source>
        <translation>انتهى الإرسال وفيه مشكلات</translation>
    </message>
    <message>
        <source>The upload to {shop} has ended</source>
        <translation>انتهى الإرسال إلى {shop}</translation>
    </message>
    <message>
        <source>The upload to {shop} has ended with problems</source>
        <translation>انتهى الإرسال إلى {shop} وفيه مشكلات</translation>
    </message>
    <message>
        <source>Open HKJ Desktop to see why.</source>
        <translation>افتح HKJ Desktop لتعرف السبب.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more shop(s)</source>
        <translation>
            <numerusform>ولا متاجر أخرى</numerusform>
            <numerusform>ومتجر آخر</numerusform>
            <numerusform>ومتجران آخران</numerusform>
            <numerusform>و%n متاجر أخرى</numerusform>
            <numerusform>و%n متجرًا آخر</numerusform>
            <numerusform>و%n متجر آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) reached {shop}</source>
        <translation>
            <numerusform>لم يصل أي بند إلى {shop}</numerusform>
            <numerusform>وصل بند واحد إلى {shop}</numerusform>
            <numerusform>وصل بندان إلى {shop}</numerusform>
            <numerusform>وصلت %n بنود إلى {shop}</numerusform>
            <numerusform>وصل %n بندًا إلى {shop}</numerusform>
            <numerusform>وصل %n بند إلى {shop}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) reached {shop}</source>
        <translation>
            <numerusform>لم يصل أي منتج إلى {shop}</numerusform>
            <numerusform>وصل منتج واحد إلى {shop}</numerusform>
            <numerusform>وصل منتجان إلى {shop}</numerusform>
            <numerusform>وصلت %n منتجات إلى {shop}</numerusform>
            <numerusform>وصل %n منتجًا إلى {shop}</numerusform>
            <numerusform>وصل %n منتج إلى {shop}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Finished</source>
        <translation>اكتمل الإرسال</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>تعذّر الإرسال</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>أوقفته أنت</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>غير معروف بعد</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>انقطع الإرسال</translation>
    </message>
</context>
<context>
    <name>PhotosDialog</name>
    <message>
        <source>Photos for your products</source>
        <translation>صور منتجاتك</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Left over {n}</source>
        <translation>غير مربوطة {n}</translation>
    </message>
    <message>
        <source>Matched {n}</source>
        <translation>مربوطة {n}</translation>
    </message>
    <message>
        <source>Photos that are shown</source>
        <translation>الصور المعروضة</translation>
    </message>
    <message>
        <source>Belongs to no product</source>
        <translation>لا تخص أي منتج</translation>
    </message>
    <message>
        <source>Product, SKU or barcode</source>
        <translation>اسم المنتج أو رمزه أو باركوده</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Products that it may belong to</source>
        <translation>منتجات قد تخصها الصورة</translation>
    </message>
    <message>
        <source>A shop takes the addresses of pictures and no files: these photos stay on this computer. Is the folder on your website too? Give its address, and the picture cells are filled in. You can undo that.</source>
        <translation>المتجر يأخذ عناوين الصور لا ملفاتها، فتبقى هذه الصور على هذا الجهاز. هل المجلد موجود على موقعك أيضًا؟ اكتب عنوانه لنملأ خلايا الصور، ويمكنك التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>Address of the folder on your website</source>
        <translation>عنوان المجلد على موقعك</translation>
    </message>
    <message>
        <source>(may stay empty)</source>
        <translation>(اختياري)</translation>
    </message>
    <message>
        <source>Matched by its name. Search, if it belongs to another product.</source>
        <translation>رُبطت الصورة حسب اسمها. ابحث إن كانت لمنتج آخر.</translation>
    </message>
    <message>
        <source>No SKU and no title is like its name. Search for the product.</source>
        <translation>لا رمز ولا اسم منتج يشبه اسم الصورة. ابحث عن المنتج.</translation>
    </message>
    <message>
        <source>Its name fits each of these. Choose one, or search.</source>
        <translation>اسم الصورة يناسب كل هذه المنتجات. اختر واحدًا أو ابحث.</translation>
    </message>
    <message>
        <source>These have a title like its name. Choose one, or search.</source>
        <translation>أسماء هذه المنتجات تشبه اسم الصورة. اختر واحدًا أو ابحث.</translation>
    </message>
    <message>
        <source>No product fits</source>
        <translation>لا منتج مناسب</translation>
    </message>
    <message>
        <source>The first {n} of {total}. Type more to find the one.</source>
        <translation>أول {n} من {total}. اكتب المزيد لتصل إلى المنتج.</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) found</source>
        <translation>
            <numerusform>لم نجد أي منتج</numerusform>
            <numerusform>وجدنا منتجًا واحدًا</numerusform>
            <numerusform>وجدنا منتجين</numerusform>
            <numerusform>وجدنا %n منتجات</numerusform>
            <numerusform>وجدنا %n منتجًا</numerusform>
            <numerusform>وجدنا %n منتج</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) without a photo</source>
        <translation>
            <numerusform>لكل المنتجات صور</numerusform>
            <numerusform>منتج واحد بلا صورة</numerusform>
            <numerusform>منتجان بلا صورة</numerusform>
            <numerusform>%n منتجات بلا صورة</numerusform>
            <numerusform>%n منتجًا بلا صورة</numerusform>
            <numerusform>%n منتج بلا صورة</numerusform>
        </translation>
    </message>
    <message>
        <source>Show these photos</source>
        <translation>عرض هذه الصور</translation>
    </message>
    <message numerus="yes">
        <source>Show, and fill in %n cell(s)</source>
        <translation>
            <numerusform>عرض بلا ملء خلايا</numerusform>
            <numerusform>عرض وملء خلية واحدة</numerusform>
            <numerusform>عرض وملء خليتين</numerusform>
            <numerusform>عرض وملء %n خلايا</numerusform>
            <numerusform>عرض وملء %n خلية</numerusform>
            <numerusform>عرض وملء %n خلية</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not the address of a folder on the web. It begins with https://</source>
        <translation>هذا ليس عنوان مجلد على الإنترنت. العنوان الصحيح يبدأ بـ https://‎</translation>
    </message>
</context>
<context>
    <name>PhotosModel</name>
    <message>
        <source>No product yet</source>
        <extracomment>So many products are listed for what was typed.</extracomment>
        <translation>بلا منتج حتى الآن</translation>
    </message>
</context>
<context>
    <name>PickedWords</name>
    <message>
        <source>Ready</source>
        <extracomment>Letters of a category's name on a chip.</extracomment>
        <translation>جاهزة</translation>
    </message>
    <message>
        <source>Ready, worth a look</source>
        <translation>جاهزة وتحتاج نظرة</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>غير جاهزة</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>بلا تصنيف</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>نفدت الكمية</translation>
    </message>
</context>
<context>
    <name>PictureChecking</name>
    <message>
        <source>Stopped. What was seen until then is in the list.</source>
        <translation>توقّف الفحص. ما وجدناه قبل ذلك في القائمة.</translation>
    </message>
    <message>
        <source>{count} of {total} pictures are worth a look</source>
        <translation>صور تحتاج نظرة: {count} من {total}</translation>
    </message>
    <message>
        <source>Show them</source>
        <extracomment>Button: list the pictures that are worth a look.</extracomment><translation>عرض هذه الصور</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) looked at, all fine</source>
        <translation>
            <numerusform>لم تُفحص أي صورة</numerusform>
            <numerusform>فُحصت صورة واحدة، وهي سليمة</numerusform>
            <numerusform>فُحصت صورتان، وكلتاهما سليمة</numerusform>
            <numerusform>فُحصت %n صور، وكلها سليمة</numerusform>
            <numerusform>فُحصت %n صورة، وكلها سليمة</numerusform>
            <numerusform>فُحصت %n صورة، وكلها سليمة</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no pictures to look at</source>
        <translation>لا صور لفحصها</translation>
    </message>
    <message>
        <source>Choose the folder with your photos</source>
        <translation>اختر مجلد صورك</translation>
    </message>
    <message>
        <source>Matching the photos in {name}…</source>
        <translation>جارٍ ربط صور المجلد {name}…</translation>
    </message>
    <message>
        <source>There are no photos in {name}</source>
        <translation>لا صور في المجلد {name}</translation>
    </message>
    <message numerus="yes">
        <source>Your photos are shown with %n product(s)</source>
        <translation>
            <numerusform>لا تظهر صورك مع أي منتج</numerusform>
            <numerusform>تظهر صورك الآن مع منتج واحد</numerusform>
            <numerusform>تظهر صورك الآن مع منتجين</numerusform>
            <numerusform>تظهر صورك الآن مع %n منتجات</numerusform>
            <numerusform>تظهر صورك الآن مع %n منتجًا</numerusform>
            <numerusform>تظهر صورك الآن مع %n منتج</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PicturePanel</name>
    <message>
        <source>Open the picture in the browser</source>
        <extracomment>So many thumbnails; a product of many variants may repeat a hundred. Who looks at the pictures, as the store counts it.</extracomment>
        <translation>فتح الصورة في المتصفح</translation>
    </message>
    <message>
        <source>Picture {at} of {n}</source>
        <translation>الصورة {at} من {n}</translation>
    </message>
    <message>
        <source>Picture of the product</source>
        <translation>صورة المنتج</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>بلا صورة</translation>
    </message>
    <message>
        <source>Photo from your folder</source>
        <translation>صورة من مجلدك</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>جارٍ التحميل</translation>
    </message>
    <message>
        <source>{size} points</source>
        <extracomment>Width and height of a picture in pixels: 800 × 600.</extracomment><translation>{size} بكسل</translation>
    </message>
    <message>
        <source>Pictures are switched off</source>
        <translation>عرض الصور متوقف</translation>
    </message>
</context>
<context>
    <name>PlanPane</name>
    <message>
        <source>New</source>
        <translation>جديدة</translation>
    </message>
    <message>
        <source>Stay behind: problems</source>
        <extracomment>Caption of a figure: products that will not be sent because they have problems.</extracomment><translation>تبقى جانبًا: فيها مشكلات</translation>
    </message>
    <message>
        <source>Choose what is sent…</source>
        <translation>اختيار ما يُرسل…</translation>
    </message>
    <message>
        <source>Sent too, as they stand in your file: {columns}</source>
        <translation>أعمدة تُرسل أيضًا كما هي في ملفك: {columns}</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>لا شيء للإرسال</translation>
    </message>
    <message>
        <source>Compared with all that this computer has sent to this shop, last on {date}.</source>
        <translation>قارنّا بكل ما أرسله هذا الجهاز إلى هذا المتجر، وآخره في {date}.</translation>
    </message>
    <message numerus="yes">
        <source>New then, as far as is known here, and staying, since nothing can be deleted: %n product(s).</source>
        <translation>
            <numerusform>أُضيف في ذلك الإرسال، حسب المعروف هنا، ويبقى لأن الحذف غير ممكن: لا منتجات.</numerusform>
            <numerusform>أُضيف في ذلك الإرسال، حسب المعروف هنا، ويبقى لأن الحذف غير ممكن: منتج واحد.</numerusform>
            <numerusform>أُضيف في ذلك الإرسال، حسب المعروف هنا، ويبقى لأن الحذف غير ممكن: منتجان.</numerusform>
            <numerusform>أُضيف في ذلك الإرسال، حسب المعروف هنا، ويبقى لأن الحذف غير ممكن: %n منتجات.</numerusform>
            <numerusform>أُضيف في ذلك الإرسال، حسب المعروف هنا، ويبقى لأن الحذف غير ممكن: %n منتجًا.</numerusform>
            <numerusform>أُضيف في ذلك الإرسال، حسب المعروف هنا، ويبقى لأن الحذف غير ممكن: %n منتج.</numerusform>
        </translation>
    </message>
    <message>
        <source>The shop has all of this already.</source>
        <translation>كل هذا موجود في المتجر من قبل.</translation>
    </message>
    <message numerus="yes">
        <source>Send the %n unchanged item(s) too, in case the shop was changed elsewhere</source>
        <translation>
            <numerusform>أرسل أيضًا ما لم يتغيّر، فقد يكون المتجر عُدّل من مكان آخر</numerusform>
            <numerusform>أرسل أيضًا البند الذي لم يتغيّر، فقد يكون المتجر عُدّل من مكان آخر</numerusform>
            <numerusform>أرسل أيضًا البندين اللذين لم يتغيّرا، فقد يكون المتجر عُدّل من مكان آخر</numerusform>
            <numerusform>أرسل أيضًا %n بنود لم تتغيّر، فقد يكون المتجر عُدّل من مكان آخر</numerusform>
            <numerusform>أرسل أيضًا %n بندًا لم يتغيّر، فقد يكون المتجر عُدّل من مكان آخر</numerusform>
            <numerusform>أرسل أيضًا %n بند لم يتغيّر، فقد يكون المتجر عُدّل من مكان آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n item(s)</source>
        <translation>
            <numerusform>لا بنود للإرسال</numerusform>
            <numerusform>إرسال بند واحد</numerusform>
            <numerusform>إرسال بندين</numerusform>
            <numerusform>إرسال %n بنود</numerusform>
            <numerusform>إرسال %n بندًا</numerusform>
            <numerusform>إرسال %n بند</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) make {items} items: one for each SKU in each store.</source>
        <translation>
            <numerusform>لا منتجات، وعدد البنود {items}: بند لكل رمز منتج في كل فرع.</numerusform>
            <numerusform>منتج واحد، وعدد البنود {items}: بند لكل رمز منتج في كل فرع.</numerusform>
            <numerusform>منتجان، وعدد البنود {items}: بند لكل رمز منتج في كل فرع.</numerusform>
            <numerusform>%n منتجات، وعدد البنود {items}: بند لكل رمز منتج في كل فرع.</numerusform>
            <numerusform>%n منتجًا، وعدد البنود {items}: بند لكل رمز منتج في كل فرع.</numerusform>
            <numerusform>%n منتج، وعدد البنود {items}: بند لكل رمز منتج في كل فرع.</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer has no record of what this shop has, so all of it is sent.</source>
        <translation>لا سجل على هذا الجهاز لما في هذا المتجر، لذلك يُرسل كل شيء.</translation>
    </message>
    <message numerus="yes">
        <source>Not known is what became of %n product(s) sent before: ask in the history.</source>
        <translation>
            <numerusform>لا منتجات أُرسلت من قبل ونتيجتها غير معروفة.</numerusform>
            <numerusform>لا نعرف بعد نتيجة منتج واحد أُرسل من قبل: اسأل عنه من السجل.</numerusform>
            <numerusform>لا نعرف بعد نتيجة منتجين أُرسلا من قبل: اسأل عنهما من السجل.</numerusform>
            <numerusform>لا نعرف بعد نتيجة %n منتجات أُرسلت من قبل: اسأل عنها من السجل.</numerusform>
            <numerusform>لا نعرف بعد نتيجة %n منتجًا أُرسلت من قبل: اسأل عنها من السجل.</numerusform>
            <numerusform>لا نعرف بعد نتيجة %n منتج أُرسلت من قبل: اسأل عنها من السجل.</numerusform>
        </translation>
    </message>
    <message>
        <source>The shop adds the products that it does not have and replaces those that it has. Nothing is deleted.</source>
        <translation>يضيف المتجر المنتجات التي ليست فيه، ويستبدل الموجودة. لا يُحذف شيء.</translation>
    </message>
    <message numerus="yes">
        <source>No longer in this file, and staying in the shop: %n product(s).</source>
        <translation>
            <numerusform>لم يعد في هذا الملف ويبقى في المتجر: لا منتجات.</numerusform>
            <numerusform>لم يعد في هذا الملف ويبقى في المتجر: منتج واحد.</numerusform>
            <numerusform>لم يعد في هذا الملف ويبقى في المتجر: منتجان.</numerusform>
            <numerusform>لم يعد في هذا الملف ويبقى في المتجر: %n منتجات.</numerusform>
            <numerusform>لم يعد في هذا الملف ويبقى في المتجر: %n منتجًا.</numerusform>
            <numerusform>لم يعد في هذا الملف ويبقى في المتجر: %n منتج.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No longer in this file, and staying in the shop: %n item(s).</source>
        <translation>
            <numerusform>لم يعد في هذا الملف ويبقى في المتجر: لا بنود.</numerusform>
            <numerusform>لم يعد في هذا الملف ويبقى في المتجر: بند واحد.</numerusform>
            <numerusform>لم يعد في هذا الملف ويبقى في المتجر: بندان.</numerusform>
            <numerusform>لم يعد في هذا الملف ويبقى في المتجر: %n بنود.</numerusform>
            <numerusform>لم يعد في هذا الملف ويبقى في المتجر: %n بندًا.</numerusform>
            <numerusform>لم يعد في هذا الملف ويبقى في المتجر: %n بند.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent again, since it is not known what the shop has of them: %n product(s).</source>
        <translation>
            <numerusform>يُرسل من جديد لأن ما في المتجر منه غير معروف: لا منتجات.</numerusform>
            <numerusform>يُرسل من جديد لأن ما في المتجر منه غير معروف: منتج واحد.</numerusform>
            <numerusform>يُرسل من جديد لأن ما في المتجر منه غير معروف: منتجان.</numerusform>
            <numerusform>يُرسل من جديد لأن ما في المتجر منه غير معروف: %n منتجات.</numerusform>
            <numerusform>يُرسل من جديد لأن ما في المتجر منه غير معروف: %n منتجًا.</numerusform>
            <numerusform>يُرسل من جديد لأن ما في المتجر منه غير معروف: %n منتج.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed by later uploads too, of which the rest stays: %n product(s).</source>
        <translation>
            <numerusform>غيّرته عمليات إرسال لاحقة أيضًا، وتبقى بقية تغييراتها: لا منتجات.</numerusform>
            <numerusform>غيّرته عمليات إرسال لاحقة أيضًا، وتبقى بقية تغييراتها: منتج واحد.</numerusform>
            <numerusform>غيّرته عمليات إرسال لاحقة أيضًا، وتبقى بقية تغييراتها: منتجان.</numerusform>
            <numerusform>غيّرته عمليات إرسال لاحقة أيضًا، وتبقى بقية تغييراتها: %n منتجات.</numerusform>
            <numerusform>غيّرته عمليات إرسال لاحقة أيضًا، وتبقى بقية تغييراتها: %n منتجًا.</numerusform>
            <numerusform>غيّرته عمليات إرسال لاحقة أيضًا، وتبقى بقية تغييراتها: %n منتج.</numerusform>
        </translation>
    </message>
    <message>
        <source>Products of {file} that stay behind can be corrected and sent later.</source>
        <translation>ما بقي جانبًا من منتجات {file} يمكنك تصحيحه وإرساله لاحقًا.</translation>
    </message>
    <message>
        <source>So few go one by one, and each gets its own answer at once.</source>
        <translation>لأن عددها قليل تُرسل واحدًا واحدًا، ويأتي الردّ على كل منها فورًا.</translation>
    </message>
    <message>
        <source>They go as one list, which the shop reads in the background.</source>
        <translation>تُرسل في قائمة واحدة يقرؤها المتجر في الخلفية.</translation>
    </message>
    <message>
        <source>Send the products with problems too, and let the shop judge</source>
        <translation>أرسل أيضًا المنتجات التي فيها مشكلات، ودع المتجر يقرّر</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>معدّلة</translation>
    </message>
    <message>
        <source>Unchanged: not sent</source>
        <translation>بلا تغيير: لا تُرسل</translation>
    </message>
    <message numerus="yes">
        <source>Send the %n unchanged product(s) too, in case the shop was changed elsewhere</source>
        <translation>
            <numerusform>أرسل أيضًا ما لم يتغيّر، فقد يكون المتجر عُدّل من مكان آخر</numerusform>
            <numerusform>أرسل أيضًا المنتج الذي لم يتغيّر، فقد يكون المتجر عُدّل من مكان آخر</numerusform>
            <numerusform>أرسل أيضًا المنتجين اللذين لم يتغيّرا، فقد يكون المتجر عُدّل من مكان آخر</numerusform>
            <numerusform>أرسل أيضًا %n منتجات لم تتغيّر، فقد يكون المتجر عُدّل من مكان آخر</numerusform>
            <numerusform>أرسل أيضًا %n منتجًا لم يتغيّر، فقد يكون المتجر عُدّل من مكان آخر</numerusform>
            <numerusform>أرسل أيضًا %n منتج لم يتغيّر، فقد يكون المتجر عُدّل من مكان آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Send what is new</source>
        <translation>إرسال الجديد</translation>
    </message>
    <message numerus="yes">
        <source>Send %n product(s)</source>
        <translation>
            <numerusform>لا منتجات للإرسال</numerusform>
            <numerusform>إرسال منتج واحد</numerusform>
            <numerusform>إرسال منتجين</numerusform>
            <numerusform>إرسال %n منتجات</numerusform>
            <numerusform>إرسال %n منتجًا</numerusform>
            <numerusform>إرسال %n منتج</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Practice shop</source>
        <extracomment>The practice shops, by the names that destinations.toml gives them.</extracomment>
        <translation>متجر التدريب</translation>
    </message>
    <message>
        <source>Practice stores</source>
        <translation>فروع التدريب</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>All {total}</source>
        <translation>الكل: {total}</translation>
    </message>
    <message>
        <source>{count} of {total} chosen</source>
        <translation>المختار {count} من {total}</translation>
    </message>
    <message>
        <source>Choose all or none</source>
        <translation>اختيار الكل أو لا شيء</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>Place</source>
        <extracomment>Values that begin alike are cut before they differ, and this much of what they share is kept.</extracomment>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>المنتج</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>غيّره</translation>
    </message>
    <message>
        <source>The whole row</source>
        <translation>الصف كله</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>يبقى جانبًا</translation>
    </message>
    <message>
        <source>Now it says: {value}</source>
        <translation>المكتوب الآن: {value}</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>اتركه كما هو</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغة</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>What would change</source>
        <translation>ما سيتغيّر</translation>
    </message>
</context>
<context>
    <name>PriceChart</name>
    <message>
        <source>no prices</source>
        <translation>لا أسعار</translation>
    </message>
    <message>
        <source>from {low} to {high}, the middle one {middle}</source>
        <translation>من {low} إلى {high}، والأوسط {middle}</translation>
    </message>
    <message numerus="yes">
        <source>%n far off</source>
        <comment>prices</comment>
        <translation>
            <numerusform>لا أسعار غير معتادة</numerusform>
            <numerusform>سعر غير معتاد</numerusform>
            <numerusform>سعران غير معتادين</numerusform>
            <numerusform>%n أسعار غير معتادة</numerusform>
            <numerusform>%n سعرًا غير معتاد</numerusform>
            <numerusform>%n سعر غير معتاد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a price</source>
        <comment>products</comment>
        <translation>
            <numerusform>لكل المنتجات أسعار</numerusform>
            <numerusform>منتج واحد بلا سعر</numerusform>
            <numerusform>منتجان بلا سعر</numerusform>
            <numerusform>%n منتجات بلا سعر</numerusform>
            <numerusform>%n منتجًا بلا سعر</numerusform>
            <numerusform>%n منتج بلا سعر</numerusform>
        </translation>
    </message>
    <message>
        <source>{price} ({far})</source>
        <translation>{price} ({far})</translation>
    </message>
</context>
<context>
    <name>ProblemKind</name>
    <message>
        <source>Missing</source>
        <extracomment>Short names of the kinds, for filters.</extracomment>
        <translation>ناقص</translation>
    </message>
    <message>
        <source>No SKU</source>
        <translation>بلا رمز</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>بلا سعر</translation>
    </message>
    <message>
        <source>Fils</source>
        <extracomment>Short name of a kind of problem: a price in fils (1/1000 dinar) has decimals.</extracomment><translation>كسور الفلس</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>سعر غير مفهوم</translation>
    </message>
    <message>
        <source>Comma in price</source>
        <translation>فاصلة السعر</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>منازل عشرية</translation>
    </message>
    <message>
        <source>Huge price</source>
        <translation>سعر ضخم</translation>
    </message>
    <message>
        <source>Price below zero</source>
        <translation>سعر سالب</translation>
    </message>
    <message>
        <source>Fils or dinars?</source>
        <translation>فلس أم دينار؟</translation>
    </message>
    <message>
        <source>Large price</source>
        <translation>سعر مرتفع</translation>
    </message>
    <message>
        <source>Large stock</source>
        <translation>كمية كبيرة</translation>
    </message>
    <message>
        <source>Tiny price</source>
        <translation>سعر زهيد</translation>
    </message>
    <message>
        <source>Unusual price</source>
        <translation>سعر غير معتاد</translation>
    </message>
    <message>
        <source>Price jump</source>
        <translation>قفزة السعر</translation>
    </message>
    <message>
        <source>Two units</source>
        <translation>اختلاف الوحدة</translation>
    </message>
    <message>
        <source>Names no product</source>
        <translation>صف بلا منتج</translation>
    </message>
    <message>
        <source>Column not sent</source>
        <translation>عمود خارج الإرسال</translation>
    </message>
    <message>
        <source>Price zero</source>
        <translation>السعر صفر</translation>
    </message>
    <message>
        <source>Two prices</source>
        <translation>سعران مختلفان</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>كمية غير مفهومة</translation>
    </message>
    <message>
        <source>Stock below zero</source>
        <translation>كمية سالبة</translation>
    </message>
    <message>
        <source>Long text</source>
        <translation>نص طويل</translation>
    </message>
    <message>
        <source>Lost letters</source>
        <translation>أحرف ضائعة</translation>
    </message>
    <message>
        <source>Swapped titles</source>
        <translation>اسمان معكوسان</translation>
    </message>
    <message>
        <source>Arabic title</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>English title</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>All capitals</source>
        <translation>أحرف كبيرة</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>باركود غير صحيح</translation>
    </message>
    <message>
        <source>Barcode digit</source>
        <translation>آخر رقم في الباركود</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>عنوان الصورة</translation>
    </message>
    <message>
        <source>Twice in the file</source>
        <translation>مكرّر في الملف</translation>
    </message>
    <message>
        <source>Long rows</source>
        <translation>صفوف طويلة</translation>
    </message>
    <message>
        <source>Short rows</source>
        <translation>صفوف قصيرة</translation>
    </message>
    <message>
        <source>Quotation marks</source>
        <translation>علامات التنصيص</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>صفوف المجموع</translation>
    </message>
    <message>
        <source>Hidden rows</source>
        <translation>صفوف مخفية</translation>
    </message>
    <message>
        <source>Failed formulas</source>
        <translation>أخطاء المعادلات</translation>
    </message>
    <message>
        <source>Lost digits</source>
        <translation>أرقام ضائعة</translation>
    </message>
    <message>
        <source>Lost zeros</source>
        <translation>أصفار ضائعة</translation>
    </message>
    <message>
        <source>Not a product</source>
        <translation>ليس منتجًا</translation>
    </message>
    <message>
        <source>Wanted by the shop</source>
        <translation>يطلبه المتجر</translation>
    </message>
    <message>
        <source>Refused by the shop</source>
        <translation>رفضه المتجر</translation>
    </message>
    <message>
        <source>Not readable for the shop</source>
        <translation>لا يقرؤه المتجر</translation>
    </message>
    <message>
        <source>Store not known</source>
        <translation>فرع غير معروف</translation>
    </message>
    <message>
        <source>Too long for HAQM</source>
        <translation>حد HAQM للطول</translation>
    </message>
    <message>
        <source>Barcode for HAQM</source>
        <translation>شرط HAQM للباركود</translation>
    </message>
    <message>
        <source>SKU for HAQM</source>
        <translation>شرط HAQM للرمز</translation>
    </message>
    <message>
        <source>Sent by a later upload</source>
        <translation>في إرسال أحدث</translation>
    </message>
    <message>
        <source>No picture there</source>
        <translation>صورة مفقودة</translation>
    </message>
    <message>
        <source>Picture not fetched</source>
        <translation>تعذّر جلب الصورة</translation>
    </message>
    <message>
        <source>Private picture</source>
        <translation>شبكة خاصة</translation>
    </message>
    <message>
        <source>Not a picture</source>
        <translation>ليست صورة</translation>
    </message>
    <message>
        <source>Small picture</source>
        <translation>صورة صغيرة</translation>
    </message>
    <message>
        <source>Large picture</source>
        <translation>صورة كبيرة</translation>
    </message>
    <message>
        <source>Empty picture</source>
        <extracomment>The picture shows no product: one colour, or a placeholder.</extracomment><translation>صورة بلا منتج</translation>
    </message>
    <message>
        <source>Shared picture</source>
        <translation>صورة مكرّرة</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems of this product</source>
        <extracomment>So many are listed at once; a product of many variants may have a hundred. A problem's fix: its id and the words of its button; None where nobody can mend it but the person.</extracomment>
        <translation>مشكلات هذا المنتج</translation>
    </message>
    <message>
        <source>Show all {n}</source>
        <translation>عرض الكل ({n})</translation>
    </message>
</context>
<context>
    <name>ProblemModel</name>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>المنتج</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Problem and what to do</source>
        <translation>المشكلة وحلّها</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>التصحيح</translation>
    </message>
</context>
<context>
    <name>ProblemTable</name>
    <message>
        <source>Copy</source>
        <extracomment>Below this width the field gives way: what is wrong says it too.</extracomment>
        <translation>نسخ</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>{field} is missing</source>
        <translation>الناقص: {field}</translation>
    </message>
    <message>
        <source>The shop takes no product without it.</source>
        <translation>لا يقبل المتجر منتجًا بلا هذه المعلومة.</translation>
    </message>
    <message>
        <source>Write it in this cell.</source>
        <translation>املأ هذه الخلية.</translation>
    </message>
    <message>
        <source>Arabic title is missing</source>
        <translation>لا يوجد اسم بالعربية</translation>
    </message>
    <message>
        <source>The shop takes no product without an Arabic title.</source>
        <translation>لا يقبل المتجر منتجًا بلا اسم بالعربية.</translation>
    </message>
    <message>
        <source>Write the product's name in Arabic, such as: عسل جبلي</source>
        <translation>اكتب اسم المنتج بالعربية، مثل: عسل جبلي</translation>
    </message>
    <message>
        <source>English title is missing</source>
        <translation>لا يوجد اسم بالإنجليزية</translation>
    </message>
    <message>
        <source>The shop takes no product without an English title.</source>
        <translation>لا يقبل المتجر منتجًا بلا اسم بالإنجليزية.</translation>
    </message>
    <message>
        <source>Write the product's name in English, such as: Mountain honey</source>
        <translation>اكتب اسم المنتج بالإنجليزية، مثل: Mountain honey</translation>
    </message>
    <message>
        <source>Nothing names this product</source>
        <translation>لا رمز يميّز هذا المنتج</translation>
    </message>
    <message>
        <source>The shop knows a product by its SKU, its own number or its barcode; this row has none.</source>
        <translation>يعرف المتجر المنتج من رمزه أو رقمه الداخلي أو الباركود، وليس في هذا الصف شيء منها.</translation>
    </message>
    <message>
        <source>Give it a SKU that no other product has.</source>
        <translation>اكتب له رمزًا لا يحمله منتج آخر.</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>لا يوجد سعر</translation>
    </message>
    <message>
        <source>The product can be sent, but the shop will not know what it costs.</source>
        <translation>يمكن إرسال المنتج، لكن المتجر لن يعرف سعره.</translation>
    </message>
    <message>
        <source>Write the price in dinars, such as 1.250</source>
        <translation>اكتب السعر بالدينار، مثل 1.250</translation>
    </message>
    <message>
        <source>Fils must be a whole number</source>
        <translation>السعر بالفلس لا يقبل الكسور</translation>
    </message>
    <message>
        <source>This column holds prices in fils: 1250 is one dinar and 250 fils.</source>
        <translation>أسعار هذا العمود بالفلس: 1250 تعني دينارًا و250 فلسًا.</translation>
    </message>
    <message>
        <source>Write a whole number, or choose that this column is in dinars.</source>
        <translation>اكتب عددًا بلا كسور، أو اختر أن هذا العمود بالدينار.</translation>
    </message>
    <message>
        <source>The price is not a number</source>
        <translation>السعر ليس رقمًا</translation>
    </message>
    <message>
        <source>“{value}” cannot be read as a price.</source>
        <translation>تعذّرت قراءة السعر من «{value}».</translation>
    </message>
    <message>
        <source>Is {value} a little over a dinar, or more than a thousand?</source>
        <translation>هل الفاصلة في {value} للفلس أم للآلاف؟</translation>
    </message>
    <message>
        <source>The comma may be a decimal mark or may group thousands; we do not guess with prices.</source>
        <translation>قد تفصل الفاصلة الدينار عن الفلس، وقد تفصل الآلاف؛ ونحن لا نخمّن في الأسعار.</translation>
    </message>
    <message>
        <source>Write 1.250 for one dinar and 250 fils, or 1250 for thousands.</source>
        <translation>اكتب 1.250 لدينار و250 فلسًا، أو 1250 للآلاف.</translation>
    </message>
    <message>
        <source>More than three decimals</source>
        <translation>أكثر من ثلاث منازل عشرية</translation>
    </message>
    <message>
        <source>A dinar has 1000 fils, so a price has at most three decimals.</source>
        <translation>الدينار 1000 فلس، فللسعر ثلاث منازل عشرية على الأكثر.</translation>
    </message>
    <message>
        <source>Round {value} to three decimals.</source>
        <translation>قرّب {value} إلى ثلاث منازل عشرية.</translation>
    </message>
    <message>
        <source>The price is too large</source>
        <translation>السعر كبير جدًا</translation>
    </message>
    <message>
        <source>“{value}” has more digits than a price can have.</source>
        <translation>الرقم «{value}» أطول من أن يكون سعرًا.</translation>
    </message>
    <message>
        <source>Check whether a barcode stands in the price column.</source>
        <translation>تأكّد أن الباركود ليس في عمود السعر.</translation>
    </message>
    <message>
        <source>The price is below zero</source>
        <translation>السعر سالب</translation>
    </message>
    <message>
        <source>A price cannot be less than nothing.</source>
        <translation>لا يمكن أن يكون السعر أقل من صفر.</translation>
    </message>
    <message>
        <source>Write the price without the minus sign.</source>
        <translation>اكتب السعر بلا إشارة السالب.</translation>
    </message>
    <message>
        <source>Is {value} in fils or in dinars?</source>
        <translation>هل {value} بالفلس أم بالدينار؟</translation>
    </message>
    <message>
        <source>Every price of this column is a large whole number, as prices in fils are.</source>
        <translation>كل أسعار هذا العمود أعداد كبيرة بلا كسور، كالأسعار بالفلس.</translation>
    </message>
    <message>
        <source>Say it once for the whole column, above the list.</source>
        <translation>أجب مرة واحدة عن العمود كله، فوق القائمة.</translation>
    </message>
    <message>
        <source>The price is more than ten thousand dinars</source>
        <translation>السعر أكثر من عشرة آلاف دينار</translation>
    </message>
    <message>
        <source>{value} dinars is a great deal; it may be in fils, or a barcode.</source>
        <translation>السعر {value} بالدينار مرتفع جدًا؛ لعله بالفلس، أو لعله باركود.</translation>
    </message>
    <message>
        <source>Check the price, and whether this column is in fils.</source>
        <translation>راجع السعر، وانظر هل هذا العمود بالفلس.</translation>
    </message>
    <message>
        <source>The price is less than five fils</source>
        <translation>السعر أقل من خمسة فلوس</translation>
    </message>
    <message>
        <source>There is no coin so small; a point or a unit may be wrong.</source>
        <translation>لا توجد قطعة نقد بهذه القيمة؛ قد يكون الخطأ في النقطة أو في الوحدة.</translation>
    </message>
    <message>
        <source>The price is far from the others in its category</source>
        <translation>السعر بعيد عن أسعار تصنيفه</translation>
    </message>
    <message>
        <source>It is ten times as much or as little as usual there, which is about {other}.</source>
        <translation>هو عشرة أضعاف المعتاد أو عُشره، والمعتاد في تصنيفه نحو {other}.</translation>
    </message>
    <message>
        <source>Check the point in {value}; others there cost about {other}.</source>
        <translation>راجع النقطة في {value}؛ السعر المعتاد في التصنيف نحو {other}.</translation>
    </message>
    <message>
        <source>The price is ten times what it was, or a tenth</source>
        <translation>السعر عشرة أضعاف ما كان، أو عُشره</translation>
    </message>
    <message>
        <source>The shop last took this product at {other} dinars.</source>
        <translation>آخر سعر قبله المتجر لهذا المنتج بالدينار: {other}.</translation>
    </message>
    <message>
        <source>Check the point in {value}; the last price was {other}.</source>
        <translation>راجع النقطة في {value}؛ آخر سعر كان {other}.</translation>
    </message>
    <message>
        <source>One of the two prices is a thousand times the other</source>
        <translation>أحد السعرين ألف ضعف الآخر</translation>
    </message>
    <message>
        <source>The fils column says {value}, the dinar column {other}: one of them is in the wrong unit.</source>
        <translation>في عمود الفلس {value} وفي عمود الدينار {other}: أحدهما بوحدة خاطئة.</translation>
    </message>
    <message>
        <source>Write fils in the one and dinars in the other: 1250 and 1.250</source>
        <translation>اكتب الفلس في عمود والدينار في الآخر: 1250 و1.250</translation>
    </message>
    <message>
        <source>The price is zero</source>
        <translation>السعر صفر</translation>
    </message>
    <message>
        <source>Customers would get this product for nothing.</source>
        <translation>سيأخذ الزبائن هذا المنتج مجانًا.</translation>
    </message>
    <message>
        <source>Write its price, or leave it if it is a gift.</source>
        <translation>اكتب سعره، أو اتركه إن كان هدية.</translation>
    </message>
    <message>
        <source>The two prices differ</source>
        <translation>السعران مختلفان</translation>
    </message>
    <message>
        <source>The fils column says {value}, the dinar column {other}. The shop takes the fils.</source>
        <translation>في عمود الفلس {value} وفي عمود الدينار {other}. المتجر يأخذ السعر بالفلس.</translation>
    </message>
    <message>
        <source>Make both say the same, or clear one of them.</source>
        <translation>اجعل السعرين متطابقين، أو امسح أحدهما.</translation>
    </message>
    <message>
        <source>Stock must be a whole number</source>
        <translation>الكمية يجب أن تكون عددًا صحيحًا</translation>
    </message>
    <message>
        <source>“{value}” is not a whole number.</source>
        <translation>المكتوب «{value}» ليس عددًا صحيحًا.</translation>
    </message>
    <message>
        <source>Write the number alone, with no word beside it.</source>
        <translation>اكتب العدد وحده، بلا كلمة بجانبه.</translation>
    </message>
    <message>
        <source>Stock is below zero</source>
        <translation>الكمية سالبة</translation>
    </message>
    <message>
        <source>There cannot be fewer than none.</source>
        <translation>لا يمكن أن تكون الكمية أقل من صفر.</translation>
    </message>
    <message>
        <source>Write 0 if it is sold out.</source>
        <translation>اكتب 0 إذا نفدت الكمية.</translation>
    </message>
    <message>
        <source>The stock is a million or more</source>
        <translation>الكمية مليون أو أكثر</translation>
    </message>
    <message>
        <source>{value} pieces is a great many; a barcode may stand in this column.</source>
        <translation>الكمية {value} كبيرة جدًا؛ قد يكون في هذا العمود باركود.</translation>
    </message>
    <message>
        <source>Check the number.</source>
        <translation>راجع العدد.</translation>
    </message>
    <message>
        <source>{field} is very long</source>
        <translation>نص طويل جدًا: {field}</translation>
    </message>
    <message>
        <source>It has more than {limit} characters; the shop may cut it or refuse it.</source>
        <translation>عدد أحرفه أكثر من {limit}؛ قد يقصّه المتجر أو يرفضه.</translation>
    </message>
    <message>
        <source>Shorten it to at most {limit} characters.</source>
        <translation>اختصره إلى {limit} من الأحرف أو أقل.</translation>
    </message>
    <message>
        <source>Some letters were lost</source>
        <translation>ضاعت بعض الأحرف</translation>
    </message>
    <message>
        <source>An earlier program could not write all letters of this text and put � in their place.</source>
        <translation>لم يستطع برنامج سابق كتابة كل أحرف هذا النص، فوضع � مكانها.</translation>
    </message>
    <message>
        <source>Write the text again.</source>
        <translation>اكتب النص من جديد.</translation>
    </message>
    <message>
        <source>The two titles have changed places</source>
        <translation>الاسمان معكوسان</translation>
    </message>
    <message>
        <source>The Arabic title is in English, and the English one in Arabic.</source>
        <translation>الاسم العربي مكان الإنجليزي، والإنجليزي مكان العربي.</translation>
    </message>
    <message>
        <source>Swap the two titles.</source>
        <translation>بدّل بين الاسمين.</translation>
    </message>
    <message>
        <source>The Arabic title has no Arabic letter</source>
        <translation>الاسم بالعربية بلا أي حرف عربي</translation>
    </message>
    <message>
        <source>Customers who read Arabic will see “{value}”.</source>
        <translation>الزبون الذي يقرأ بالعربية سيرى «{value}».</translation>
    </message>
    <message>
        <source>Write the product's name in Arabic.</source>
        <translation>اكتب اسم المنتج بالعربية.</translation>
    </message>
    <message>
        <source>The English title has Arabic letters</source>
        <translation>في الاسم بالإنجليزية أحرف عربية</translation>
    </message>
    <message>
        <source>Customers who read English will see “{value}”.</source>
        <translation>الزبون الذي يقرأ بالإنجليزية سيرى «{value}».</translation>
    </message>
    <message>
        <source>Write the product's name in English.</source>
        <translation>اكتب اسم المنتج بالإنجليزية.</translation>
    </message>
    <message>
        <source>The English title is all in capitals</source>
        <translation>الاسم بالإنجليزية كله بأحرف كبيرة</translation>
    </message>
    <message>
        <source>“{value}” is harder to read, and reads as shouting.</source>
        <translation>قراءة «{value}» أصعب، ويبدو النص كأنه صراخ.</translation>
    </message>
    <message>
        <source>Write it in small letters, with a capital at the start of each word.</source>
        <translation>اكتبه بأحرف صغيرة، وابدأ كل كلمة بحرف كبير.</translation>
    </message>
    <message>
        <source>This is not a barcode that a scanner reads</source>
        <translation>هذا ليس باركودًا يقرؤه الماسح</translation>
    </message>
    <message>
        <source>A barcode has 8, 12, 13 or 14 digits; a scale code has 3 to 6.</source>
        <translation>في الباركود 8 أو 12 أو 13 أو 14 رقمًا، وفي رمز الميزان من 3 إلى 6 أرقام.</translation>
    </message>
    <message>
        <source>Scan it again. Excel may have removed zeros at its start.</source>
        <extracomment>With a barcode scanner.</extracomment><translation>اقرأه بالماسح من جديد. ربما حذف إكسل أصفارًا من أوله.</translation>
    </message>
    <message>
        <source>The barcode's last digit is wrong</source>
        <translation>الرقم الأخير في الباركود خطأ</translation>
    </message>
    <message>
        <source>The last digit is worked out from the others; for this code it would be {other}.</source>
        <translation>الرقم الأخير ناتج عن حساب بقية الأرقام؛ وهو لهذا الباركود {other}.</translation>
    </message>
    <message>
        <source>Scan it again; the expected last digit is {other}.</source>
        <translation>اقرأه بالماسح من جديد؛ الرقم الأخير المتوقع {other}.</translation>
    </message>
    <message>
        <source>The picture is not a web address</source>
        <translation>عنوان الصورة ليس عنوانًا على الإنترنت</translation>
    </message>
    <message>
        <source>The shop fetches pictures from the web; “{value}” is no address there.</source>
        <translation>يأخذ المتجر الصور من الإنترنت، و«{value}» ليس عنوانًا عليه.</translation>
    </message>
    <message>
        <source>Write an address that begins with https://</source>
        <translation>اكتب عنوانًا يبدأ بـ https://‎</translation>
    </message>
    <message>
        <source>{field} stands on row {other} too</source>
        <translation>مكرّر في الصف {other}: {field}</translation>
    </message>
    <message>
        <source>The shop keeps one product for each; the later row would replace the earlier one.</source>
        <translation>لا يحتفظ المتجر إلا بمنتج واحد لكل قيمة، والصف اللاحق يحل محل السابق.</translation>
    </message>
    <message>
        <source>Change one of the two, or remove one of the rows.</source>
        <translation>غيّر إحدى القيمتين، أو احذف أحد الصفين.</translation>
    </message>
    <message>
        <source>This row has more cells than the header</source>
        <translation>خلايا هذا الصف أكثر من رؤوس الأعمدة</translation>
    </message>
    <message>
        <source>It has {other} cells, the header has {limit}; its values may stand in the wrong columns.</source>
        <translation>عدد خلاياه {other} وعدد رؤوس الأعمدة {limit}؛ قد تكون قيمه في غير أعمدتها.</translation>
    </message>
    <message>
        <source>Look for a comma inside a text on this row, and put that text in quotation marks.</source>
        <translation>ابحث عن فاصلة داخل نص في هذا الصف، وضع النص بين علامتي تنصيص.</translation>
    </message>
    <message>
        <source>This row has fewer cells than the header</source>
        <translation>خلايا هذا الصف أقل من رؤوس الأعمدة</translation>
    </message>
    <message>
        <source>It has {other} cells, the header has {limit}; the missing ones count as empty.</source>
        <translation>عدد خلاياه {other} وعدد رؤوس الأعمدة {limit}؛ نعدّ الخلايا الناقصة فارغة.</translation>
    </message>
    <message>
        <source>Check that its values stand in the right columns.</source>
        <translation>تأكّد أن قيمه في أعمدتها الصحيحة.</translation>
    </message>
    <message>
        <source>A quotation mark on this row is never closed</source>
        <translation>علامة تنصيص غير مغلقة في هذا الصف</translation>
    </message>
    <message>
        <source>The row was read as if the mark were not there; its values may stand in the wrong columns.</source>
        <translation>قرأنا الصف كأن العلامة غير موجودة؛ قد تكون قيمه في غير أعمدتها.</translation>
    </message>
    <message>
        <source>Close the quotation mark, or remove it.</source>
        <translation>أغلق علامة التنصيص، أو احذفها.</translation>
    </message>
    <message>
        <source>This row names no product</source>
        <translation>لا يوجد منتج في هذا الصف</translation>
    </message>
    <message>
        <source>It has neither a title nor a SKU or barcode; it may be a total or a note.</source>
        <translation>ليس فيه اسم ولا رمز ولا باركود؛ قد يكون مجموعًا أو ملاحظة.</translation>
    </message>
    <message>
        <source>Leave it out, or write what product it is.</source>
        <translation>اتركه جانبًا، أو اكتب أي منتج هو.</translation>
    </message>
    <message>
        <source>The column “{value}” is not sent</source>
        <translation>العمود «{value}» خارج الإرسال</translation>
    </message>
    <message>
        <source>Its name is that of something else in this file, and two cannot have one name.</source>
        <translation>اسمه مستخدم لشيء آخر في هذا الملف، ولا يصح اسم واحد لاثنين.</translation>
    </message>
    <message>
        <source>Choose what this column is, or give it another header.</source>
        <translation>اختر ما في هذا العمود، أو أعطه اسمًا آخر.</translation>
    </message>
    <message>
        <source>This row is a total, not a product</source>
        <translation>هذا الصف مجموع وليس منتجًا</translation>
    </message>
    <message>
        <source>It says “{value}” and holds nothing but sums, so it is not sent.</source>
        <translation>مكتوب فيه «{value}» وليس فيه إلا مجاميع، لذلك بقي جانبًا.</translation>
    </message>
    <message>
        <source>Nothing to do. If it is a product after all, give it a SKU.</source>
        <translation>ليس عليك فعل شيء. إن كان منتجًا فعلًا، فاكتب له رمزًا.</translation>
    </message>
    <message>
        <source>Rows are hidden in the file: {value}</source>
        <translation>صفوف مخفية في الملف: {value}</translation>
    </message>
    <message>
        <source>They are read like all others; perhaps they were hidden so as not to be sold.</source>
        <translation>قرأناها كبقية الصفوف؛ وربما أخفاها أحد كي لا تباع.</translation>
    </message>
    <message>
        <source>If they should not be sent, delete them in Excel and save the file.</source>
        <translation>إن كنت لا تريد إرسالها، فاحذفها في إكسل واحفظ الملف.</translation>
    </message>
    <message>
        <source>The formula in this cell gives {value}</source>
        <translation>نتيجة المعادلة في هذه الخلية {value}</translation>
    </message>
    <message>
        <source>Excel could not work out what should stand here.</source>
        <translation>لم يستطع إكسل حساب ما يجب أن يكون هنا.</translation>
    </message>
    <message>
        <source>Write the value itself in this cell.</source>
        <translation>اكتب القيمة نفسها في هذه الخلية.</translation>
    </message>
    <message>
        <source>Excel has lost the last digits of this code</source>
        <translation>أضاع إكسل الأرقام الأخيرة من هذا الرمز</translation>
    </message>
    <message>
        <source>“{value}” is how Excel writes a long number in short; the digits that it left out are gone.</source>
        <translation>يختصر إكسل الرقم الطويل هكذا: «{value}»، والأرقام التي حذفها ضاعت.</translation>
    </message>
    <message>
        <source>Write the whole code again, in a column whose cells are formatted as text.</source>
        <translation>اكتب الرمز كاملًا من جديد، في عمود تنسيق خلاياه «نص».</translation>
    </message>
    <message>
        <source>The zeros at the start of this barcode are lost</source>
        <translation>ضاعت الأصفار من أول هذا الباركود</translation>
    </message>
    <message>
        <source>Excel takes them away from numbers; with them it would be {other}.</source>
        <translation>يحذفها إكسل من الأرقام؛ ومعها يصبح الباركود {other}.</translation>
    </message>
    <message>
        <source>Write {other}, in a column whose cells are formatted as text.</source>
        <translation>اكتب {other} في عمود تنسيق خلاياه «نص».</translation>
    </message>
    <message>
        <source>This entry is not a product</source>
        <translation>هذا ليس منتجًا</translation>
    </message>
    <message>
        <source>“{value}” stands where a product with its fields should be.</source>
        <translation>وجدنا «{value}» في مكان منتج ومعلوماته.</translation>
    </message>
    <message>
        <source>Remove it from the file.</source>
        <translation>احذفه من الملف.</translation>
    </message>
    <message>
        <source>The shop wants {field}</source>
        <translation>المتجر يطلب: {field}</translation>
    </message>
    <message>
        <source>The shop said: {other}</source>
        <translation>ردّ المتجر: {other}</translation>
    </message>
    <message>
        <source>Fill it in and send this product again.</source>
        <translation>أكمل الناقص وأرسل هذا المنتج من جديد.</translation>
    </message>
    <message>
        <source>The shop refused this product</source>
        <translation>رفض المتجر هذا المنتج</translation>
    </message>
    <message>
        <source>Correct it as the shop says and send it again.</source>
        <translation>صحّحه كما يقول المتجر وأرسله من جديد.</translation>
    </message>
    <message>
        <source>The shop cannot read this item</source>
        <translation>لم يستطع المتجر قراءة هذا البند</translation>
    </message>
    <message>
        <source>It refuses it as a whole and does not say why. The shop said: {other}</source>
        <translation>رفضه كله ولم يذكر السبب. ردّ المتجر: {other}</translation>
    </message>
    <message>
        <source>Check its SKU, barcode, name and the length of every text, then send it again.</source>
        <translation>راجع رمزه والباركود والاسم وطول كل نص، ثم أرسله من جديد.</translation>
    </message>
    <message>
        <source>The shop does not know the store {other}</source>
        <translation>المتجر لا يعرف الفرع {other}</translation>
    </message>
    <message>
        <source>The number is wrong, or the store belongs to another retailer.</source>
        <translation>الرقم خطأ، أو الفرع لتاجر آخر.</translation>
    </message>
    <message>
        <source>Compare it with the store numbers that you were given, and send again.</source>
        <translation>قارنه بأرقام الفروع التي لديك، ثم أرسل من جديد.</translation>
    </message>
    <message>
        <source>No store is named</source>
        <translation>الفرع غير محدّد</translation>
    </message>
    <message>
        <source>HAQM keeps its items by store, and must be told for which.</source>
        <translation>يحتفظ HAQM ببنود كل فرع وحدها، فلا بد من ذكر الفرع.</translation>
    </message>
    <message>
        <source>Name the stores where you name the shop, or add a column store_id.</source>
        <translation>اكتب أرقام الفروع في معلومات المتجر، أو أضف عمودًا اسمه store_id.</translation>
    </message>
    <message>
        <source>The SKU is missing</source>
        <translation>لا يوجد رمز للمنتج</translation>
    </message>
    <message>
        <source>HAQM knows an item by its SKU and its store, and takes none without.</source>
        <translation>يعرف HAQM البند من رمزه وفرعه، ولا يقبل بندًا بلا رمز.</translation>
    </message>
    <message>
        <source>The barcode is missing</source>
        <translation>لا يوجد باركود</translation>
    </message>
    <message>
        <source>HAQM takes no item without the barcode that is scanned when it is stocked.</source>
        <translation>لا يقبل HAQM بندًا بلا الباركود الذي يقرؤه الماسح عند استلام البضاعة.</translation>
    </message>
    <message>
        <source>Scan the product and write the number in this cell.</source>
        <translation>اقرأ باركود المنتج بالماسح واكتب الرقم في هذه الخلية.</translation>
    </message>
    <message>
        <source>{field} is too long</source>
        <translation>نص أطول من المسموح: {field}</translation>
    </message>
    <message>
        <source>HAQM takes at most {limit} characters, and refuses an item with more.</source>
        <translation>يقبل HAQM حتى {limit} من الأحرف، ويرفض البند إن زادت.</translation>
    </message>
    <message>
        <source>HAQM does not take this barcode</source>
        <translation>لا يقبل HAQM هذا الباركود</translation>
    </message>
    <message>
        <source>It takes 8, 12, 13 or 14 digits whose last one fits the others, an ISBN, or 3 to 6 of a scale code.</source>
        <translation>يقبل 8 أو 12 أو 13 أو 14 رقمًا آخرها يوافق ما قبله، أو رقم كتاب ISBN، أو رمز ميزان من 3 إلى 6 أرقام.</translation>
    </message>
    <message>
        <source>Scan the product again and write the number in this cell.</source>
        <translation>اقرأ المنتج بالماسح من جديد واكتب الرقم في هذه الخلية.</translation>
    </message>
    <message>
        <source>The SKU has letters that HAQM does not take</source>
        <translation>في رمز المنتج أحرف لا يقبلها HAQM</translation>
    </message>
    <message>
        <source>Only English letters, digits and signs of the keyboard, no Arabic letters and no ®.</source>
        <translation>يقبل الأحرف الإنجليزية والأرقام وعلامات لوحة المفاتيح فقط، بلا أحرف عربية وبلا ®.</translation>
    </message>
    <message>
        <source>Give the product an SKU of English letters and digits.</source>
        <translation>أعط المنتج رمزًا من أحرف إنجليزية وأرقام.</translation>
    </message>
    <message>
        <source>Not sent again: a later upload has sent this product</source>
        <translation>لم نرسله مرة أخرى: المنتج في إرسال أحدث</translation>
    </message>
    <message>
        <source>What was sent later is newer, so this older upload left it alone.</source>
        <translation>الإرسال اللاحق أحدث، فتركه هذا الإرسال الأقدم كما هو.</translation>
    </message>
    <message>
        <source>Nothing has to be done; open the file and send it to be sure.</source>
        <translation>ليس عليك فعل شيء؛ وللاطمئنان افتح الملف وأرسله.</translation>
    </message>
    <message>
        <source>There is no picture at this address</source>
        <translation>لا توجد صورة في هذا العنوان</translation>
    </message>
    <message>
        <source>It was moved or deleted, or the address is misspelled.</source>
        <translation>ربما تغيّر مكانها أو حُذفت، أو في العنوان خطأ.</translation>
    </message>
    <message>
        <source>Correct the picture's address, or put the picture back where it was.</source>
        <translation>صحّح عنوان الصورة، أو أعد الصورة إلى مكانها.</translation>
    </message>
    <message>
        <source>The picture cannot be fetched</source>
        <translation>تعذّر جلب الصورة</translation>
    </message>
    <message>
        <source>Its server cannot be reached, is too slow, or does not give the picture out.</source>
        <translation>موقع الصورة لا يردّ، أو بطيء جدًا، أو لا يسمح بجلبها.</translation>
    </message>
    <message>
        <source>Open the address in a browser. If it shows the picture, look again later.</source>
        <translation>افتح العنوان في المتصفح. إن ظهرت الصورة، فأعد الفحص لاحقًا.</translation>
    </message>
    <message>
        <source>The picture lies inside a private network</source>
        <translation>الصورة داخل شبكة خاصة</translation>
    </message>
    <message>
        <source>Only computers near it can see it; the shop and your customers cannot.</source>
        <translation>لا تراها إلا الأجهزة القريبة منها؛ أما المتجر وزبائنك فلا.</translation>
    </message>
    <message>
        <source>Put the picture on the internet, and write its new address.</source>
        <translation>ضع الصورة على الإنترنت، واكتب عنوانها الجديد.</translation>
    </message>
    <message>
        <source>The address does not lead to a picture</source>
        <translation>العنوان لا يؤدي إلى صورة</translation>
    </message>
    <message>
        <source>There is a web page, another kind of file, or a picture that is damaged.</source>
        <translation>فيه صفحة ويب، أو ملف من نوع آخر، أو صورة تالفة.</translation>
    </message>
    <message>
        <source>Write the address of the picture itself, as JPEG, PNG or WebP.</source>
        <translation>اكتب عنوان الصورة نفسها، بصيغة JPEG أو PNG أو WebP.</translation>
    </message>
    <message>
        <source>The picture is small</source>
        <translation>الصورة صغيرة</translation>
    </message>
    <message>
        <source>It has {other} points. With less than {limit} on its longer side it looks blurred.</source>
        <translation>قياسها {other} بكسل. الصورة التي يقلّ جانبها الأطول عن {limit} لا تظهر واضحة.</translation>
    </message>
    <message>
        <source>Use a larger one: 800 points or more on its longer side.</source>
        <translation>استخدم صورة أكبر: 800 بكسل أو أكثر للجانب الأطول.</translation>
    </message>
    <message>
        <source>The picture is very large</source>
        <translation>الصورة كبيرة جدًا</translation>
    </message>
    <message>
        <source>It has more than {limit}; customers on a phone wait long for it.</source>
        <translation>هي أكبر من {limit}؛ والزبون على الهاتف ينتظرها طويلًا.</translation>
    </message>
    <message>
        <source>Save it smaller: 1,600 points wide is enough for any shop.</source>
        <translation>احفظها أصغر: عرض 1600 بكسل يكفي أي متجر.</translation>
    </message>
    <message>
        <source>The picture shows no product</source>
        <translation>ليس في الصورة منتج</translation>
    </message>
    <message>
        <source>It is all one colour, or its name says that it stands in for a picture.</source>
        <translation>كلها لون واحد، أو يدل اسمها على أنها صورة مؤقتة.</translation>
    </message>
    <message>
        <source>Write the address of a picture of the product, or leave the cell empty.</source>
        <translation>اكتب عنوان صورة للمنتج، أو اترك الخلية فارغة.</translation>
    </message>
    <message>
        <source>{other} products show the same picture</source>
        <translation>الصورة نفسها لعدة منتجات ({other})</translation>
    </message>
    <message>
        <source>Their titles say that they are different products.</source>
        <translation>تدل أسماؤها على أنها منتجات مختلفة.</translation>
    </message>
    <message>
        <source>Give each its own picture, or leave this as it is if it is meant so.</source>
        <translation>ضع لكل منها صورته، أو اتركها كما هي إن كان هذا مقصودًا.</translation>
    </message>
    <message>
        <source>Example: {value}</source>
        <translation>مثال: {value}</translation>
    </message>
</context>
<context>
    <name>ProductField</name>
    <message>
        <source>empty</source>
        <translation>فارغًا</translation>
    </message>
    <message>
        <source>Was: {value}</source>
        <translation>كان: {value}</translation>
    </message>
</context>
<context>
    <name>ProductPage</name>
    <message>
        <source>Back</source>
        <extracomment>The pictures' side, on a wide page and on a narrow one; below this width a page is narrow. What the pictures leave to the rest of their side. The products of the view that this came from. What is to be seen once all of the page has found its place.</extracomment>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Previous product</source>
        <translation>المنتج السابق</translation>
    </message>
    <message>
        <source>Next product</source>
        <translation>المنتج التالي</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>الخيارات</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>بلا اسم</translation>
    </message>
    <message>
        <source>Row {n}</source>
        <translation>الصف {n}</translation>
    </message>
    <message>
        <source>{at} of {total}</source>
        <translation>{at} من {total}</translation>
    </message>
</context>
<context>
    <name>ProgressPane</name>
    <message>
        <source>Progress</source>
        <extracomment>A speed is told once it rests on this many seconds.</extracomment>
        <translation>التقدّم</translation>
    </message>
    <message>
        <source>Taken by the shop so far</source>
        <translation>مقبولة حتى الآن</translation>
    </message>
    <message>
        <source>Refused so far</source>
        <translation>مرفوضة حتى الآن</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>غير معروفة بعد</translation>
    </message>
    <message>
        <source>Stayed behind: problems</source>
        <translation>بقيت جانبًا: فيها مشكلات</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>إيقاف الإرسال</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Getting the products ready</source>
        <translation>جارٍ تحضير المنتجات</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>جارٍ الإيقاف…</translation>
    </message>
    <message>
        <source>Stopping as soon as what is under way is answered</source>
        <translation>سيتوقف الإرسال حالما يردّ المتجر على ما وصله</translation>
    </message>
    <message numerus="yes">
        <source>of %n item(s) settled or sent</source>
        <extracomment>Follows a large figure: 12 of 61 items have an answer or are on their way.</extracomment><translation>
            <numerusform>لا بنود بعد</numerusform>
            <numerusform>من بند واحد حُسم أو أُرسل</numerusform>
            <numerusform>من بندين حُسما أو أُرسلا</numerusform>
            <numerusform>من %n بنود حُسمت أو أُرسلت</numerusform>
            <numerusform>من %n بندًا حُسمت أو أُرسلت</numerusform>
            <numerusform>من %n بند حُسمت أو أُرسلت</numerusform>
        </translation>
    </message>
    <message>
        <source>The shop refused a list because of something in it: finding out what</source>
        <translation>رفض المتجر قائمة لخلل فيها، ونبحث عنه الآن</translation>
    </message>
    <message>
        <source>of {size}</source>
        <translation>من {size}</translation>
    </message>
    <message>
        <source>Sending the catalogue to the shop</source>
        <translation>جارٍ إرسال الكتالوج إلى المتجر</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) sent</source>
        <translation>
            <numerusform>لا بنود مرسلة</numerusform>
            <numerusform>بند واحد مرسل</numerusform>
            <numerusform>بندان مرسلان</numerusform>
            <numerusform>%n بنود مرسلة</numerusform>
            <numerusform>%n بندًا مرسلًا</numerusform>
            <numerusform>%n بند مرسل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) sent</source>
        <translation>
            <numerusform>لا منتجات مرسلة</numerusform>
            <numerusform>منتج واحد مرسل</numerusform>
            <numerusform>منتجان مرسلان</numerusform>
            <numerusform>%n منتجات مرسلة</numerusform>
            <numerusform>%n منتجًا مرسلًا</numerusform>
            <numerusform>%n منتج مرسل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n product(s)</source>
        <translation>
            <numerusform>لا منتجات</numerusform>
            <numerusform>من منتج واحد</numerusform>
            <numerusform>من منتجين</numerusform>
            <numerusform>من %n منتجات</numerusform>
            <numerusform>من %n منتجًا</numerusform>
            <numerusform>من %n منتج</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n item(s)</source>
        <translation>
            <numerusform>لا بنود</numerusform>
            <numerusform>من بند واحد</numerusform>
            <numerusform>من بندين</numerusform>
            <numerusform>من %n بنود</numerusform>
            <numerusform>من %n بندًا</numerusform>
            <numerusform>من %n بند</numerusform>
        </translation>
    </message>
    <message>
        <source>The shop is reading them, about {n} a second</source>
        <translation>المتجر يقرأ المنتجات، نحو {n} في الثانية</translation>
    </message>
    <message>
        <source>The shop is reading them, and says at the end what became of each</source>
        <translation>المتجر يقرأ المنتجات، وفي النهاية يخبرك بنتيجة كل منها</translation>
    </message>
    <message>
        <source>The shop is reading them</source>
        <translation>المتجر يقرأ المنتجات</translation>
    </message>
    <message>
        <source>{trouble}. Trying again by itself.</source>
        <translation>{trouble}. سنحاول مرة أخرى تلقائيًا.</translation>
    </message>
    <message numerus="yes">
        <source>The shop did not name all that it refused: asking about %n product(s) again</source>
        <translation>
            <numerusform>لم يذكر المتجر كل ما رفضه، ولم يبق ما نسأله عنه</numerusform>
            <numerusform>لم يذكر المتجر كل ما رفضه، ونسأله من جديد عن منتج واحد</numerusform>
            <numerusform>لم يذكر المتجر كل ما رفضه، ونسأله من جديد عن منتجين</numerusform>
            <numerusform>لم يذكر المتجر كل ما رفضه، ونسأله من جديد عن %n منتجات</numerusform>
            <numerusform>لم يذكر المتجر كل ما رفضه، ونسأله من جديد عن %n منتجًا</numerusform>
            <numerusform>لم يذكر المتجر كل ما رفضه، ونسأله من جديد عن %n منتج</numerusform>
        </translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>بقي نحو {time}</translation>
    </message>
    <message>
        <source>last answer {time} ago</source>
        <translation>آخر ردّ قبل {time}</translation>
    </message>
    <message>
        <source>{size} sent</source>
        <translation>تم إرسال {size}</translation>
    </message>
    <message>
        <source>Send the catalogue</source>
        <translation>إرسال الكتالوج</translation>
    </message>
    <message>
        <source>Products being imported</source>
        <translation>إدخال المنتجات إلى المتجر</translation>
    </message>
    <message>
        <source>Every row accounted for</source>
        <translation>معرفة نتيجة كل صف</translation>
    </message>
    <message>
        <source>done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>قيد التنفيذ</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
</context>
<context>
    <name>ReadingsDialog</name>
    <message>
        <source>Which one reads right?</source>
        <translation>أيّ نص يظهر صحيحًا؟</translation>
    </message>
    <message>
        <source>The letters of {name} can be read in more than one way. Choose the lines that you can read.</source>
        <translation>يمكن عرض أحرف الملف {name} بأكثر من طريقة. اختر الأسطر التي تستطيع قراءتها.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>ReadyWords</name>
    <message>
        <source>{shop}: {ready} of {total} ready</source>
        <translation>{shop}: الجاهز {ready} من {total}</translation>
    </message>
    <message>
        <source>{shop} ({items})</source>
        <translation>{shop} ({items})</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>لا بنود</numerusform>
            <numerusform>بند واحد</numerusform>
            <numerusform>بندان</numerusform>
            <numerusform>%n بنود</numerusform>
            <numerusform>%n بندًا</numerusform>
            <numerusform>%n بند</numerusform>
        </translation>
    </message>
    <message>
        <source>{products} × {stores} = {items}</source>
        <translation>{products} × {stores} = {items}</translation>
    </message>
    <message>
        <source>{items} in {stores}</source>
        <translation>{items} في {stores}</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>لا منتجات</numerusform>
            <numerusform>منتج واحد</numerusform>
            <numerusform>منتجان</numerusform>
            <numerusform>%n منتجات</numerusform>
            <numerusform>%n منتجًا</numerusform>
            <numerusform>%n منتج</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n store(s)</source>
        <translation>
            <numerusform>لا فروع</numerusform>
            <numerusform>فرع واحد</numerusform>
            <numerusform>فرعين</numerusform>
            <numerusform>%n فروع</numerusform>
            <numerusform>%n فرعًا</numerusform>
            <numerusform>%n فرع</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoveShop</name>
    <message>
        <source>Remove {name}?</source>
        <translation>إزالة {name}؟</translation>
    </message>
    <message>
        <source>Its key is removed from this computer too. The shop itself is not touched.</source>
        <translation>سيُزال مفتاحه أيضًا من هذا الجهاز. أما المتجر نفسه فلا يتأثر.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Keep it</source>
        <extracomment>Button, opposite of Remove: the shop stays in the list.</extracomment><translation>إبقاء</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Find and replace</source>
        <translation>بحث واستبدال</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>استبدال الكل</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>ابحث عن</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>واستبدله بـ</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>كل الأعمدة</translation>
    </message>
    <message>
        <source>In</source>
        <extracomment>Label of a choice of columns: find this, replace it with that, in these columns.</extracomment><translation>في</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>مطابقة حالة الأحرف</translation>
    </message>
    <message>
        <source>The whole cell</source>
        <translation>الخلية كاملة</translation>
    </message>
    <message>
        <source>Ignore Arabic spelling differences</source>
        <translation>تجاهل اختلافات الكتابة العربية</translation>
    </message>
    <message>
        <source>Only in the rows that are shown ({n})</source>
        <translation>في الصفوف المعروضة فقط ({n})</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>ما سيتغيّر</translation>
    </message>
    <message>
        <source>Type what to look for. Nothing changes before you agree.</source>
        <translation>اكتب ما تبحث عنه. لن يتغيّر شيء قبل موافقتك.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>Replace all ({n})</source>
        <translation>استبدال الكل ({n})</translation>
    </message>
    <message>
        <source>Type what to fill the empty cells with.</source>
        <translation>اكتب ما تريد أن تملأ به الخلايا الفارغة.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>لن يتغيّر شيء.</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <comment>in so many</comment>
        <translation>
            <numerusform>لا منتجات</numerusform>
            <numerusform>منتج واحد</numerusform>
            <numerusform>منتجين</numerusform>
            <numerusform>%n منتجات</numerusform>
            <numerusform>%n منتجًا</numerusform>
            <numerusform>%n منتج</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n empty cell(s)</source>
        <translation>
            <numerusform>لا خلايا فارغة</numerusform>
            <numerusform>خلية فارغة واحدة</numerusform>
            <numerusform>خليتان فارغتان</numerusform>
            <numerusform>%n خلايا فارغة</numerusform>
            <numerusform>%n خلية فارغة</numerusform>
            <numerusform>%n خلية فارغة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>لا خلايا</numerusform>
            <numerusform>خلية واحدة</numerusform>
            <numerusform>خليتان</numerusform>
            <numerusform>%n خلايا</numerusform>
            <numerusform>%n خلية</numerusform>
            <numerusform>%n خلية</numerusform>
        </translation>
    </message>
    <message>
        <source>{cells} in {products}</source>
        <translation>{cells} في {products}</translation>
    </message>
    <message>
        <source>{count}. The first {n} are listed.</source>
        <translation>{count}. تظهر هنا أول {n} منها.</translation>
    </message>
</context>
<context>
    <name>ReplacedModel</name>
    <message>
        <source>Place</source>
        <extracomment>So many cells are listed; all of them are counted and replaced. So much of a long text is shown before the part that changes, of that part, and after it.</extracomment>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>المنتج</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغة</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Row</source>
        <extracomment>Above the columns of the saved list of problems, in the order of problem_report.COLUMNS.</extracomment>
        <translation>الصف</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>العمود</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>رمز المنتج (SKU)</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>المنتج</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>المشكلة</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>المطلوب</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>اكتشفها</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>رمز المشكلة</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>What the shop refused</source>
        <translation>ما رفضه المتجر</translation>
    </message>
    <message>
        <source>Save problems as CSV</source>
        <translation>حفظ المشكلات (CSV)</translation>
    </message>
    <message>
        <source>Save the shop's report</source>
        <translation>حفظ تقرير المتجر</translation>
    </message>
    <message>
        <source>Look into the practice shop</source>
        <translation>تصفّح متجر التدريب</translation>
    </message>
    <message>
        <source>Put it back…</source>
        <translation>إرجاع ما كان قبله…</translation>
    </message>
    <message>
        <source>See what this upload changed, and send it as it was before</source>
        <translation>شاهد ما غيّره هذا الإرسال، وأرسله كما كان قبله</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
    <message>
        <source>Send another file</source>
        <translation>إرسال ملف آخر</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>مقبولة</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>غير معروفة بعد</translation>
    </message>
    <message>
        <source>Stayed behind: problems</source>
        <translation>بقيت جانبًا: فيها مشكلات</translation>
    </message>
    <message>
        <source>It is not known yet what reached the shop</source>
        <translation>لم يتضح بعد ما وصل إلى المتجر</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) reached the shop</source>
        <translation>
            <numerusform>لم يصل أي منتج إلى المتجر</numerusform>
            <numerusform>وصل منتج واحد إلى المتجر</numerusform>
            <numerusform>وصل منتجان إلى المتجر</numerusform>
            <numerusform>وصلت %n منتجات إلى المتجر</numerusform>
            <numerusform>وصل %n منتجًا إلى المتجر</numerusform>
            <numerusform>وصل %n منتج إلى المتجر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) reached the shop</source>
        <translation>
            <numerusform>لم يصل أي بند إلى المتجر</numerusform>
            <numerusform>وصل بند واحد إلى المتجر</numerusform>
            <numerusform>وصل بندان إلى المتجر</numerusform>
            <numerusform>وصلت %n بنود إلى المتجر</numerusform>
            <numerusform>وصل %n بندًا إلى المتجر</numerusform>
            <numerusform>وصل %n بند إلى المتجر</numerusform>
        </translation>
    </message>
    <message>
        <source>The shop may go on with what it was sent. Ask it to see what became of all.</source>
        <translation>قد يكمل المتجر العمل على ما وصله. اسأله لتعرف نتيجة كل ما أرسلته.</translation>
    </message>
    <message>
        <source>{file} → {shop}, {date}</source>
        <translation>إرسال {file} إلى {shop}، {date}</translation>
    </message>
    <message>
        <source>This upload was interrupted</source>
        <translation>انقطع هذا الإرسال</translation>
    </message>
    <message>
        <source>{confirmed} confirmed, {checked} being checked, {left} left to send.</source>
        <translation>المؤكد: {confirmed}، قيد الفحص: {checked}، الباقي للإرسال: {left}.</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>المتجر</translation>
    </message>
    <message numerus="yes">
        <source>{reached}, %n not sent</source>
        <translation>
            <numerusform>{reached}، ولم يبق شيء بلا إرسال</numerusform>
            <numerusform>{reached}، وبقي واحد بلا إرسال</numerusform>
            <numerusform>{reached}، وبقي اثنان بلا إرسال</numerusform>
            <numerusform>{reached}، وبقي %n بلا إرسال</numerusform>
            <numerusform>{reached}، وبقي %n بلا إرسال</numerusform>
            <numerusform>{reached}، وبقي %n بلا إرسال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{reached}, %n left to a later upload</source>
        <translation>
            <numerusform>{reached}، ولا شيء لإرسال أحدث</numerusform>
            <numerusform>{reached}، وواحد تكفّل به إرسال أحدث</numerusform>
            <numerusform>{reached}، واثنان تكفّل بهما إرسال أحدث</numerusform>
            <numerusform>{reached}، و%n تكفّل بها إرسال أحدث</numerusform>
            <numerusform>{reached}، و%n تكفّل بها إرسال أحدث</numerusform>
            <numerusform>{reached}، و%n تكفّل بها إرسال أحدث</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{reached}, %n refused</source>
        <translation>
            <numerusform>{reached}، ولم يرفض المتجر شيئًا</numerusform>
            <numerusform>{reached}، ورفض المتجر واحدًا</numerusform>
            <numerusform>{reached}، ورفض المتجر اثنين</numerusform>
            <numerusform>{reached}، ورفض المتجر %n</numerusform>
            <numerusform>{reached}، ورفض المتجر %n</numerusform>
            <numerusform>{reached}، ورفض المتجر %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{reached}, %n not known yet</source>
        <translation>
            <numerusform>{reached}، وكل النتائج معروفة</numerusform>
            <numerusform>{reached}، وواحد غير معروف بعد</numerusform>
            <numerusform>{reached}، واثنان غير معروفين بعد</numerusform>
            <numerusform>{reached}، و%n غير معروفة بعد</numerusform>
            <numerusform>{reached}، و%n غير معروفة بعد</numerusform>
            <numerusform>{reached}، و%n غير معروفة بعد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>When it last answered, the shop had taken %n product(s).</source>
        <translation>
            <numerusform>حتى آخر ردّ، لم يكن المتجر قد استلم أي منتج.</numerusform>
            <numerusform>حتى آخر ردّ، كان المتجر قد استلم منتجًا واحدًا.</numerusform>
            <numerusform>حتى آخر ردّ، كان المتجر قد استلم منتجين.</numerusform>
            <numerusform>حتى آخر ردّ، كان المتجر قد استلم %n منتجات.</numerusform>
            <numerusform>حتى آخر ردّ، كان المتجر قد استلم %n منتجًا.</numerusform>
            <numerusform>حتى آخر ردّ، كان المتجر قد استلم %n منتج.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n problem(s) found.</source>
        <translation>
            <numerusform>قائمة المشكلات كاملة: لا مشكلات.</numerusform>
            <numerusform>قائمة المشكلات كاملة: مشكلة واحدة.</numerusform>
            <numerusform>قائمة المشكلات كاملة: مشكلتان.</numerusform>
            <numerusform>قائمة المشكلات كاملة: %n مشكلات.</numerusform>
            <numerusform>قائمة المشكلات كاملة: %n مشكلة.</numerusform>
            <numerusform>قائمة المشكلات كاملة: %n مشكلة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking or sending again is safe: the shop keeps one product for each SKU, and what a later upload has sent is left alone.</source>
        <translation>لا ضرر من السؤال أو الإرسال من جديد: المتجر يحتفظ بمنتج واحد لكل رمز، وما أرسلته في إرسال أحدث يبقى كما هو.</translation>
    </message>
    <message>
        <source>{sent} sent = {accepted} accepted + {rejected} refused + {unknown} not known · took {time}</source>
        <translation>المرسل {sent} = المقبول {accepted} + المرفوض {rejected} + غير المعروف {unknown} · استغرق {time}</translation>
    </message>
    <message>
        <source>The program ended before the upload did. What was sent is written down.</source>
        <translation>توقّف البرنامج قبل أن ينتهي الإرسال. ما أرسلته محفوظ في السجل.</translation>
    </message>
    <message>
        <source> · {n} not sent</source>
        <translation> · لم يُرسل: {n}</translation>
    </message>
    <message>
        <source> · {n} unchanged</source>
        <translation> · بلا تغيير: {n}</translation>
    </message>
    <message>
        <source> · {changed} changed, {added} new</source>
        <translation> · معدّل: {changed}، جديد: {added}</translation>
    </message>
    <message>
        <source>Correct the key</source>
        <translation>صحّح المفتاح</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>Button: ask the shop what it has, and send the rest of an interrupted upload.</extracomment><translation>متابعة</translation>
    </message>
    <message>
        <source>Ask the shop again</source>
        <translation>سؤال المتجر من جديد</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>إعادة الإرسال</translation>
    </message>
    <message>
        <source>Show what to fix</source>
        <translation>عرض ما يلزم تصحيحه</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>The catalogue with your changes (Excel)…</source>
        <translation>الكتالوج مع تعديلاتك (إكسل)…</translation>
    </message>
    <message>
        <source>The catalogue with your changes (CSV)…</source>
        <translation>الكتالوج مع تعديلاتك (CSV)…</translation>
    </message>
    <message>
        <source>Your own workbook, with the problems marked…</source>
        <translation>ملفك الأصلي، وعليه علامات المشكلات…</translation>
    </message>
    <message>
        <source>Fix file: only what is wrong, to be mended in Excel…</source>
        <translation>ملف التصحيح: ما فيه مشكلة فقط، لتصلحه في إكسل…</translation>
    </message>
    <message>
        <source>List of problems (CSV)…</source>
        <translation>قائمة المشكلات (CSV)…</translation>
    </message>
    <message>
        <source>{name}-problems.csv</source>
        <translation>{name}-مشكلات.csv</translation>
    </message>
    <message>
        <source>{name}-corrected.{ending}</source>
        <translation>{name}-مصحح.{ending}</translation>
    </message>
    <message>
        <source>Some of this workbook cannot be kept</source>
        <translation>بعض ما في هذا الملف لن يبقى في النسخة</translation>
    </message>
    <message>
        <source>The copy with the marks will lack what is named here. Your own file stays as it is.</source>
        <translation>ما يُذكر هنا لن يبقى في النسخة التي عليها العلامات. أما ملفك الأصلي فيبقى كما هو.</translation>
    </message>
    <message>
        <source>Save it all the same</source>
        <translation>حفظ رغم ذلك</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>{name}-marked{ending}</source>
        <translation>{name}-بعلامات{ending}</translation>
    </message>
    <message>
        <source>It is a new workbook: what was open cannot be written back.</source>
        <translation>هذا ملف إكسل جديد: لا يمكن الحفظ بصيغة الملف المفتوح.</translation>
    </message>
    <message numerus="yes">
        <source>%n coloured cell(s) have no comment, since Excel is slow with so many.</source>
        <translation>
            <numerusform>كل خلية ملوّنة لها تعليق.</numerusform>
            <numerusform>خلية ملوّنة واحدة بلا تعليق، لأن كثرة التعليقات تبطئ إكسل.</numerusform>
            <numerusform>خليتان ملوّنتان بلا تعليق، لأن كثرة التعليقات تبطئ إكسل.</numerusform>
            <numerusform>%n خلايا ملوّنة بلا تعليق، لأن كثرة التعليقات تبطئ إكسل.</numerusform>
            <numerusform>%n خلية ملوّنة بلا تعليق، لأن كثرة التعليقات تبطئ إكسل.</numerusform>
            <numerusform>%n خلية ملوّنة بلا تعليق، لأن كثرة التعليقات تبطئ إكسل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) are not listed on the sheet that explains.</source>
        <translation>
            <numerusform>كل المشكلات مذكورة في ورقة الشرح.</numerusform>
            <numerusform>مشكلة واحدة غير مذكورة في ورقة الشرح.</numerusform>
            <numerusform>مشكلتان غير مذكورتين في ورقة الشرح.</numerusform>
            <numerusform>%n مشكلات غير مذكورة في ورقة الشرح.</numerusform>
            <numerusform>%n مشكلة غير مذكورة في ورقة الشرح.</numerusform>
            <numerusform>%n مشكلة غير مذكورة في ورقة الشرح.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your changes have no cell of their own in it.</source>
        <translation>
            <numerusform>كل تعديلاتك لها خلايا في هذا الملف.</numerusform>
            <numerusform>تعديل واحد من تعديلاتك ليست له خلية في هذا الملف.</numerusform>
            <numerusform>تعديلان من تعديلاتك ليست لهما خلايا في هذا الملف.</numerusform>
            <numerusform>%n من تعديلاتك ليست لها خلايا في هذا الملف.</numerusform>
            <numerusform>%n من تعديلاتك ليست لها خلايا في هذا الملف.</numerusform>
            <numerusform>%n من تعديلاتك ليست لها خلايا في هذا الملف.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}-report.csv</source>
        <translation>{name}-تقرير.csv</translation>
    </message>
    <message>
        <source>{name}-reports.zip</source>
        <translation>{name}-تقارير.zip</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
</context>
<context>
    <name>Say</name>
    <message>
        <source>{amount} JOD</source>
        <translation>{amount} د.أ</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation>{n} كيلوبايت</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} ميغابايت</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>أقل من ساعة</numerusform>
            <numerusform>ساعة</numerusform>
            <numerusform>ساعتين</numerusform>
            <numerusform>%n ساعات</numerusform>
            <numerusform>%n ساعة</numerusform>
            <numerusform>%n ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>دقيقة</numerusform>
            <numerusform>دقيقتين</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>أقل من ثانية</numerusform>
            <numerusform>ثانية</numerusform>
            <numerusform>ثانيتين</numerusform>
            <numerusform>%n ثوان</numerusform>
            <numerusform>%n ثانية</numerusform>
            <numerusform>%n ثانية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendForReal</name>
    <message>
        <source>Send to {shop} for real?</source>
        <translation>إرسال حقيقي إلى {shop}؟</translation>
    </message>
    <message>
        <source>Customers will see these products. Until now you sent to the practice shop.</source>
        <translation>سيرى الزبائن هذه المنتجات. كنت حتى الآن ترسل إلى متجر التدريب.</translation>
    </message>
    <message>
        <source>Send to {shop}</source>
        <translation>إرسال إلى {shop}</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>Shop</source>
        <translation>المتجر</translation>
    </message>
    <message>
        <source>Checking the catalogue for the shops that you chose…</source>
        <translation>جارٍ فحص الكتالوج للمتاجر التي اخترتها…</translation>
    </message>
    <message>
        <source>Send to {shop}</source>
        <translation>الإرسال إلى {shop}</translation>
    </message>
    <message numerus="yes">
        <source>Send to %n shop(s)</source>
        <translation>
            <numerusform>لا متاجر للإرسال إليها</numerusform>
            <numerusform>إرسال إلى متجر واحد</numerusform>
            <numerusform>إرسال إلى متجرين</numerusform>
            <numerusform>إرسال إلى %n متاجر</numerusform>
            <numerusform>إرسال إلى %n متجرًا</numerusform>
            <numerusform>إرسال إلى %n متجر</numerusform>
        </translation>
    </message>
    <message>
        <source>{file}: this is what will happen. Nothing has been sent yet.</source>
        <translation>هذا ما سيحدث عند إرسال {file}. لم يُرسل شيء بعد.</translation>
    </message>
    <message>
        <source>This puts back what {file} changed on {date}. Nothing has been sent yet.</source>
        <translation>هكذا يعود ما غيّره الملف {file} في {date} إلى ما كان عليه. لم يُرسل شيء بعد.</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>لا شيء للإرسال</translation>
    </message>
    <message>
        <source>Sending to {shop}</source>
        <translation>جارٍ الإرسال إلى {shop}</translation>
    </message>
    <message>
        <source>You may close this window: what was sent is written down.</source>
        <translation>يمكنك إغلاق هذه النافذة، فما أرسلته محفوظ في السجل.</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>قيد التحضير</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} من {total}</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>قيد الإرسال</translation>
    </message>
    <message>
        <source>sent, being read</source>
        <translation>تم الإرسال، والمتجر يقرأ</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>nothing was sent</source>
        <translation>لم يُرسل شيء</translation>
    </message>
    <message>
        <source>not sent: the shop was changed meanwhile</source>
        <translation>لم يُرسل: تغيّرت بيانات المتجر في أثناء ذلك</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>لم يُرسل</translation>
    </message>
    <message>
        <source>{accepted} accepted, {rejected} refused, {unknown} not known</source>
        <translation>مقبولة: {accepted}، مرفوضة: {rejected}، غير معروفة: {unknown}</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>This puts back an upload to {shop}, and is for that shop alone, as it was then.</source>
        <extracomment>The uploads that were last sent from here, and the file as it was then, whose numbers their products have. Id, name and system of the shop that it was last sent to. Interrupted uploads that were told: a notice that the person closed does not come back by itself.</extracomment>
        <translation>هذا الإرجاع للمتجر {shop} وحده، كما كان وقت الإرسال.</translation>
    </message>
    <message>
        <source>This shop was removed from the Shop page. Add it there first.</source>
        <translation>لم يعد هذا المتجر في صفحة «المتجر». أضفه هناك أولًا.</translation>
    </message>
    <message>
        <source>The upload has ended</source>
        <translation>انتهى الإرسال</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>عرض النتيجة</translation>
    </message>
    <message>
        <source>Nothing was sent to {shop}: it was changed while others had their turn.</source>
        <translation>لم يُرسل شيء إلى {shop}: تغيّرت بيانات المتجر قبل أن يأتي دوره.</translation>
    </message>
    <message>
        <source>Nothing was sent to {shop}.</source>
        <translation>لم يُرسل شيء إلى {shop}.</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>فتح الملف</translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s) did not come to an end the last time.</source>
        <translation>
            <numerusform>اكتملت كل عمليات الإرسال في المرة الماضية.</numerusform>
            <numerusform>عملية إرسال واحدة لم تكتمل في المرة الماضية.</numerusform>
            <numerusform>عمليتا إرسال لم تكتملا في المرة الماضية.</numerusform>
            <numerusform>%n عمليات إرسال لم تكتمل في المرة الماضية.</numerusform>
            <numerusform>%n عملية إرسال لم تكتمل في المرة الماضية.</numerusform>
            <numerusform>%n عملية إرسال لم تكتمل في المرة الماضية.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} to {shop}:</source>
        <translation>إرسال {file} إلى {shop}:</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>عرض الإرسال</translation>
    </message>
    <message>
        <source>“Go on” asks the shop, and sends the rest.</source>
        <translation>زر «متابعة» يسأل المتجر ويرسل الباقي.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>حسب الجهاز</translation>
    </message>
    <message>
        <source>Tell me when a long upload has ended while I do something else</source>
        <translation>أخبرني عند انتهاء إرسال طويل وأنا منشغل بغيره</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>On</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>التباين العالي</translation>
    </message>
    <message>
        <source>Gentle movement</source>
        <translation>الحركة الهادئة</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>حجم كل شيء</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>كيف يعمل البرنامج</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Copy details for support</source>
        <translation>نسخ التفاصيل للدعم</translation>
    </message>
    <message>
        <source>The details hold versions, counts and the end of the log; no key and nothing of your products.</source>
        <translation>في التفاصيل أرقام الإصدارات والأعداد وآخر السجل، وليس فيها مفتاح ولا شيء من منتجاتك.</translation>
    </message>
    <message>
        <source>Files of this program</source>
        <translation>ملفات البرنامج</translation>
    </message>
    <message>
        <source>Settings, the record of uploads and the log. Keys are not among them: they are in the key store.</source>
        <translation>الإعدادات وسجل الإرسال وملف السجل. أما المفاتيح فليست بينها، بل في مخزن المفاتيح.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>عرض المجلد</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>عن البرنامج</translation>
    </message>
    <message>
        <source>HKJ Desktop {version}</source>
        <translation>برنامج HKJ Desktop، الإصدار {version}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message>
        <source>Problem</source>
        <translation>مشكلة</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>تحتاج نظرة</translation>
    </message>
</context>
<context>
    <name>ShopForm</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Give it a name of your own, to tell your shops apart.</source>
        <translation>اسم من عندك تميّز به هذا المتجر عن متاجرك الأخرى.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>From the HKJ dashboard, which shows it only once. If it is lost, rotate it and paste the new one.</source>
        <extracomment>Rotate: let the dashboard make a new key in place of the old one.</extracomment><translation>تجده في لوحة المتجر في HKJ، ويظهر مرة واحدة فقط. إن ضاع فجدّده هناك وألصق الجديد.</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>معرّف مفتاح الوصول</translation>
    </message>
    <message>
        <source>Secret access key</source>
        <translation>الكلمة السرية لمفتاح الوصول</translation>
    </message>
    <message>
        <source>Shown only once, when the access key was made. If it is lost, make a new access key.</source>
        <translation>ظهرت مرة واحدة فقط عند إنشاء مفتاح الوصول. إن ضاعت فأنشئ مفتاح وصول جديدًا.</translation>
    </message>
    <message>
        <source>Session token</source>
        <translation>رمز الجلسة</translation>
    </message>
    <message>
        <source>Only where a role was assumed: it came with the access key, and ends after some hours.</source>
        <translation>لمن يدخل بصلاحية مؤقتة فقط: يأتي مع مفتاح الوصول وينتهي بعد ساعات.</translation>
    </message>
    <message>
        <source>Paste: {field}</source>
        <translation>لصق: {field}</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>سرّ التوقيع</translation>
    </message>
    <message>
        <source>English</source>
        <extracomment>What the client of a system with regions puts behind the address by itself, so that a host alone is an address. These say that something could not be found out; the others that something is wrong.</extracomment>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>Language of the names</source>
        <translation>لغة الأسماء</translation>
    </message>
    <message>
        <source>Leave it unless {system} gave you another one.</source>
        <translation>اتركه كما هو، إلا إذا وصلك من {system} عنوان آخر.</translation>
    </message>
    <message>
        <source>From {system}. It begins with https://</source>
        <translation>تحصل عليه من {system}. يبدأ بـ https://‎</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>المنطقة</translation>
    </message>
    <message>
        <source>It came with the address.</source>
        <translation>وصلتك مع العنوان.</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>الفروع</translation>
    </message>
    <message>
        <source>(optional)</source>
        <translation>(اختياري)</translation>
    </message>
    <message>
        <source>Numbers from {system}, with commas between them. Every product goes to each of these stores. May be empty where the file has a column “store_id”.</source>
        <translation>أرقام من {system}، وبينها فواصل. يصل كل منتج إلى كل فرع منها. يمكن تركها فارغة إن كان في الملف عمود «store_id».</translation>
    </message>
    <message>
        <source>{system} keeps one name for a product.</source>
        <translation>لكل منتج اسم واحد في {system}.</translation>
    </message>
    <message>
        <source>{secret}, for a role that was assumed</source>
        <translation>{secret} لمن يدخل بصلاحية مؤقتة</translation>
    </message>
    <message>
        <source>Kept safe for you; this program does not need it.</source>
        <translation>محفوظ لك بأمان، ولا يحتاج إليه هذا البرنامج.</translation>
    </message>
    <message>
        <source>From the account that {system} connected when you joined.</source>
        <translation>من حسابك الذي ربطه {system} عند انضمامك.</translation>
    </message>
    <message>
        <source>Asking {system}…</source>
        <translation>بانتظار ردّ {system}…</translation>
    </message>
    <message>
        <source>{system} needs all of these: {list}. Paste them and save.</source>
        <translation>يحتاج {system} إلى كل هذه: {list}. ألصقها ثم احفظ.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>تم الحفظ.</translation>
    </message>
    <message>
        <source>What you typed works. It is kept once you save it.</source>
        <translation>ما أدخلته يعمل. احفظه ليبقى.</translation>
    </message>
    <message>
        <source>The key works.</source>
        <translation>المفتاح يعمل.</translation>
    </message>
    <message>
        <source>Whether the store numbers are right shows when you send.</source>
        <translation>أما أرقام الفروع فتتبيّن صحتها عند الإرسال.</translation>
    </message>
    <message numerus="yes">
        <source>%n store(s)</source>
        <translation>
            <numerusform>لا فروع</numerusform>
            <numerusform>فرع واحد</numerusform>
            <numerusform>فرعان</numerusform>
            <numerusform>%n فروع</numerusform>
            <numerusform>%n فرعًا</numerusform>
            <numerusform>%n فرع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n store(s): put commas between them</source>
        <translation>
            <numerusform>لا فروع: ضع فواصل بين الأرقام</numerusform>
            <numerusform>فرع واحد: ضع فواصل بين الأرقام</numerusform>
            <numerusform>فرعان: ضع فواصل بين الأرقام</numerusform>
            <numerusform>%n فروع: ضع فواصل بين الأرقام</numerusform>
            <numerusform>%n فرعًا: ضع فواصل بين الأرقام</numerusform>
            <numerusform>%n فرع: ضع فواصل بين الأرقام</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be tested without it.</source>
        <translation>لا يمكن الاختبار من دونه.</translation>
    </message>
    <message>
        <source>Without the address that {system} gave you nothing can be sent.</source>
        <translation>لا يمكن الإرسال من دون العنوان الذي تحصل عليه من {system}.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Advanced: address of the shop</source>
        <translation>إعداد متقدم: عنوان المتجر</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Use this shop</source>
        <translation>استخدام هذا المتجر</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>The key works. Checked a moment ago.</source>
        <translation>المفتاح يعمل. آخر اختبار قبل لحظات.</translation>
    </message>
</context>
<context>
    <name>ShopLens</name>
    <message>
        <source>For:</source>
        <extracomment>Letters of all names together, so that the bar beside them keeps its place in a narrow window.</extracomment>
        <translation>للمتجر:</translation>
    </message>
    <message>
        <source>Show what is wrong for</source>
        <translation>عرض المشكلات بحسب المتجر</translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>Shops</source>
        <translation>المتاجر</translation>
    </message>
    <message>
        <source>Add a shop</source>
        <translation>إضافة متجر</translation>
    </message>
    <message>
        <source>Stores that live on this computer. They take your products as {system} does, one item for each SKU and store, and refuse mistakes as the real ones do. They need no key and no internet, and no customer ever sees them. Your products go into the store {stores}, unless your file has a column “store_id”.</source>
        <translation>فروع على هذا الجهاز وحده. تستقبل منتجاتك كما في {system}، بندًا لكل رمز منتج في كل فرع، وترفض الأخطاء كالفروع الحقيقية. لا تحتاج إلى مفتاح ولا إلى إنترنت، ولا يراها أي زبون. تذهب منتجاتك إلى الفرع {stores}، إلا إذا كان في ملفك عمود «store_id».</translation>
    </message>
    <message>
        <source>in use</source>
        <extracomment>Mark beside the shop that the next sending goes to.</extracomment><translation>قيد الاستخدام</translation>
    </message>
    <message>
        <source>gets it too</source>
        <extracomment>Mark beside a second shop that each sending goes to as well.</extracomment><translation>يصله أيضًا</translation>
    </message>
    <message>
        <source>{system} · no key needed</source>
        <translation>لا يلزم مفتاح · {system}</translation>
    </message>
    <message>
        <source>{system} · key works</source>
        <translation>المفتاح يعمل · {system}</translation>
    </message>
    <message>
        <source>{system} · wrong key</source>
        <translation>مفتاح خاطئ · {system}</translation>
    </message>
    <message>
        <source>{system} · switched off</source>
        <translation>الربط متوقف · {system}</translation>
    </message>
    <message>
        <source>{system} · no key yet</source>
        <translation>بلا مفتاح بعد · {system}</translation>
    </message>
    <message>
        <source>{system} · key store closed</source>
        <translation>مخزن المفاتيح مقفل · {system}</translation>
    </message>
    <message>
        <source>{system} · wrong region</source>
        <translation>منطقة خاطئة · {system}</translation>
    </message>
    <message>
        <source>{system} · wrong address</source>
        <translation>عنوان خاطئ · {system}</translation>
    </message>
    <message>
        <source>{system} · wrong clock</source>
        <translation>ساعة الجهاز خاطئة · {system}</translation>
    </message>
    <message>
        <source>{system} · token ran out</source>
        <translation>انتهى رمز الجلسة · {system}</translation>
    </message>
    <message>
        <source>{system} · not let in</source>
        <extracomment>The key is right, but its owner has not been admitted by HAQM.</extracomment><translation>الدخول غير مسموح · {system}</translation>
    </message>
    <message>
        <source>Your shop</source>
        <translation>متجرك</translation>
    </message>
    <message>
        <source>The keys stay in this computer's own key store. They are never written into a file.</source>
        <translation>تبقى المفاتيح في مخزن المفاتيح على هذا الجهاز. لا يكتبها البرنامج في أي ملف.</translation>
    </message>
    <message>
        <source>A shop that lives on this computer. It takes catalogues and refuses mistakes as the real one does, needs no key and no internet, and no customer ever sees it.</source>
        <translation>متجر على هذا الجهاز وحده. يستقبل الكتالوجات ويرفض الأخطاء كالمتجر الحقيقي، ولا يحتاج إلى مفتاح ولا إلى إنترنت، ولا يراه أي زبون.</translation>
    </message>
    <message>
        <source>Look into the practice shop</source>
        <translation>تصفّح متجر التدريب</translation>
    </message>
    <message>
        <source>Use this shop</source>
        <translation>استخدام هذا المتجر</translation>
    </message>
    <message>
        <source>New shop</source>
        <translation>متجر جديد</translation>
    </message>
</context>
<context>
    <name>ShopperCard</name>
    <message>
        <source>As a shopper sees it</source>
        <translation>كما يراه المتسوّق</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>بلا اسم</translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>بلا خيارات</numerusform>
            <numerusform>خيار واحد</numerusform>
            <numerusform>خياران</numerusform>
            <numerusform>%n خيارات</numerusform>
            <numerusform>%n خيارًا</numerusform>
            <numerusform>%n خيار</numerusform>
        </translation>
    </message>
    <message>
        <source>No price</source>
        <translation>بلا سعر</translation>
    </message>
    <message>
        <source>Stock is not given</source>
        <translation>الكمية غير مذكورة</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>نفدت الكمية</translation>
    </message>
    <message>
        <source>{n} in stock</source>
        <translation>المتوفر: {n}</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>What the keys do</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Copy what is selected in a table</source>
        <translation>نسخ المحدّد في الجدول</translation>
    </message>
    <message>
        <source>Paste into the table, from Excel too</source>
        <translation>اللصق في الجدول، ومن إكسل أيضًا</translation>
    </message>
    <message>
        <source>Fill the selected cells with the one on top</source>
        <translation>تعبئة الخلايا المحدّدة بما في أعلاها</translation>
    </message>
    <message>
        <source>Empty the selected cells</source>
        <translation>تفريغ الخلايا المحدّدة</translation>
    </message>
    <message>
        <source>Change the cell, or double-click it</source>
        <translation>تعديل الخلية، أو انقرها مرتين</translation>
    </message>
    <message>
        <source>In the list of problems: show the product in the table</source>
        <translation>في قائمة المشكلات: عرض المنتج في الجدول</translation>
    </message>
    <message>
        <source>Empty the search field, or close a dialog</source>
        <translation>تفريغ حقل البحث، أو إغلاق النافذة الصغيرة</translation>
    </message>
    <message>
        <source>Go on to the next field or button</source>
        <translation>الانتقال إلى الحقل أو الزر التالي</translation>
    </message>
    <message>
        <source>Go through the steps, a table, or a few choices</source>
        <translation>التنقل بين الخطوات أو الاختيارات أو داخل جدول</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>كيف يعمل البرنامج</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Single</name>
    <message>
        <source>HKJ Desktop is open already, but does not answer: close it or end it, and start it again.</source>
        <extracomment>How long a window that took the connection has for its answer before it is said to hang, in milliseconds. How long a window that is just opening or closing is waited for; closing takes up to ``app.PATIENCE``.</extracomment>
        <translation>برنامج HKJ Desktop مفتوح لكنه لا يستجيب: أغلقه أو أوقفه، ثم شغّله من جديد.</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>Our check</source>
        <translation>فحص البرنامج</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>المتجر</translation>
    </message>
</context>
<context>
    <name>StateChart</name>
    <message>
        <source>Ready</source>
        <translation>جاهزة</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>تحتاج نظرة</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>غير جاهزة</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>and {shop}</source>
        <extracomment>Stands below the name of the shop in use: what is sent goes to both.</extracomment><translation>مع {shop}</translation>
    </message>
    <message numerus="yes">
        <source>and %n other shop(s)</source>
        <translation>
            <numerusform>بلا متاجر أخرى</numerusform>
            <numerusform>مع متجر آخر</numerusform>
            <numerusform>مع متجرين آخرين</numerusform>
            <numerusform>مع %n متاجر أخرى</numerusform>
            <numerusform>مع %n متجرًا آخر</numerusform>
            <numerusform>مع %n متجر آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>لا شيء يخرج من هذا الجهاز</translation>
    </message>
    <message>
        <source>You are practising. The practice shop lives on this computer; no customer will see these products.</source>
        <translation>أنت تتدرّب. متجر التدريب على هذا الجهاز وحده، ولن يرى أي زبون هذه المنتجات.</translation>
    </message>
    <message>
        <source>You are practising, but {shop} gets the catalogue too: customers will see it there.</source>
        <translation>أنت تتدرّب، لكن الكتالوج يصل أيضًا إلى {shop}: سيراه الزبائن هناك.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>the key does not work</source>
        <translation>المفتاح لا يعمل</translation>
    </message>
    <message>
        <source>Choose a file first</source>
        <translation>اختر ملفًا أولًا</translation>
    </message>
    <message>
        <source>Nothing has been sent yet</source>
        <translation>لم يُرسل شيء بعد</translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s) did not come to an end</source>
        <translation>
            <numerusform>اكتملت كل عمليات الإرسال</numerusform>
            <numerusform>عملية إرسال واحدة لم تكتمل</numerusform>
            <numerusform>عمليتا إرسال لم تكتملا</numerusform>
            <numerusform>%n عمليات إرسال لم تكتمل</numerusform>
            <numerusform>%n عملية إرسال لم تكتمل</numerusform>
            <numerusform>%n عملية إرسال لم تكتمل</numerusform>
        </translation>
    </message>
    <message>
        <source>sending, {n} %</source>
        <translation>جارٍ الإرسال، {n} %</translation>
    </message>
    <message>
        <source>the last upload did not come to a good end</source>
        <translation>آخر إرسال لم ينته كما يجب</translation>
    </message>
    <message numerus="yes">
        <source>**%n product(s)** ready to be sent.</source>
        <translation>
            <numerusform>**لا منتجات** جاهزة للإرسال.</numerusform>
            <numerusform>**منتج واحد** جاهز للإرسال.</numerusform>
            <numerusform>**منتجان** جاهزان للإرسال.</numerusform>
            <numerusform>**%n منتجات** جاهزة للإرسال.</numerusform>
            <numerusform>**%n منتجًا** جاهزة للإرسال.</numerusform>
            <numerusform>**%n منتج** جاهزة للإرسال.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a problem will stay behind.</source>
        <translation>
            <numerusform>لن يبقى شيء جانبًا.</numerusform>
            <numerusform>منتج واحد فيه مشكلة سيبقى جانبًا.</numerusform>
            <numerusform>منتجان فيهما مشكلات سيبقيان جانبًا.</numerusform>
            <numerusform>%n منتجات فيها مشكلات ستبقى جانبًا.</numerusform>
            <numerusform>%n منتجًا فيها مشكلات ستبقى جانبًا.</numerusform>
            <numerusform>%n منتج فيها مشكلات ستبقى جانبًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>**%n** for {shop}</source>
        <extracomment>Follows “53 products ready for A” in a list; keep the two ** around the number.</extracomment><translation>
            <numerusform>**لا شيء** إلى {shop}</numerusform>
            <numerusform>**واحد** إلى {shop}</numerusform>
            <numerusform>**اثنان** إلى {shop}</numerusform>
            <numerusform>**%n** إلى {shop}</numerusform>
            <numerusform>**%n** إلى {shop}</numerusform>
            <numerusform>**%n** إلى {shop}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>**%n product(s)** ready for {shop}</source>
        <translation>
            <numerusform>**لا منتجات** جاهزة للإرسال إلى {shop}</numerusform>
            <numerusform>**منتج واحد** جاهز للإرسال إلى {shop}</numerusform>
            <numerusform>**منتجان** جاهزان للإرسال إلى {shop}</numerusform>
            <numerusform>**%n منتجات** جاهزة للإرسال إلى {shop}</numerusform>
            <numerusform>**%n منتجًا** جاهزة للإرسال إلى {shop}</numerusform>
            <numerusform>**%n منتج** جاهزة للإرسال إلى {shop}</numerusform>
        </translation>
    </message>
    <message>
        <source>{list}, {next}</source>
        <translation>{list}، {next}</translation>
    </message>
    <message>
        <source>{list}.</source>
        <translation>{list}.</translation>
    </message>
    <message numerus="yes">
        <source>%n with a problem</source>
        <translation>
            <numerusform>بلا مشكلات</numerusform>
            <numerusform>منتج واحد فيه مشكلة</numerusform>
            <numerusform>منتجان فيهما مشكلات</numerusform>
            <numerusform>%n منتجات فيها مشكلات</numerusform>
            <numerusform>%n منتجًا فيها مشكلات</numerusform>
            <numerusform>%n منتج فيها مشكلات</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StockChart</name>
    <message>
        <source>Sold out</source>
        <translation>نفدت الكمية</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>متوفرة</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروفة</translation>
    </message>
</context>
<context>
    <name>TableEditing</name>
    <message>
        <source>Copy</source>
        <extracomment>More cells than this are not shown before they are checked; they come a moment later. More cells than this are worked out in a task. A text that is longer is cut into cells in a task.</extracomment>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>تعبئة للأسفل</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
</context>
<context>
    <name>TableModel</name>
    <message>
        <source>Row</source>
        <translation>الصف</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغة</translation>
    </message>
    <message>
        <source>Was: {value}</source>
        <translation>قبل التعديل: {value}</translation>
    </message>
</context>
<context>
    <name>VariantModel</name>
    <message>
        <source>Row</source>
        <extracomment>So many rows are seen before the table scrolls by itself.</extracomment>
        <translation>الصف</translation>
    </message>
</context>
<context>
    <name>VariantTable</name>
    <message>
        <source>Variants</source>
        <translation>الخيارات</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>أهلًا بك</translation>
    </message>
    <message>
        <source>Put your products into your shop: drop in your list, fix what needs fixing, and send it.</source>
        <translation>أدخل منتجاتك إلى متجرك: أفلت قائمتك هنا، وأصلح ما يحتاج إلى إصلاح، ثم أرسلها.</translation>
    </message>
    <message>
        <source>Excel, CSV, or a file from your old shop</source>
        <translation>إكسل أو CSV أو ملف من متجرك القديم</translation>
    </message>
    <message>
        <source>Every product checked before it is sent</source>
        <translation>فحص كل منتج قبل إرساله</translation>
    </message>
    <message>
        <source>Sent in the background, every row accounted for</source>
        <translation>إرسال في الخلفية، ونتيجة لكل صف</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>تدرّب أولًا</translation>
    </message>
    <message>
        <source>Connect my shop</source>
        <translation>اربط متجري</translation>
    </message>
    <message>
        <source>Not sure yet?</source>
        <translation>لم تقرّر بعد؟</translation>
    </message>
    <message>
        <source>A practice shop lives on this computer. It needs no account, and no customer sees it.</source>
        <translation>متجر التدريب موجود على هذا الجهاز، لا يحتاج إلى حساب ولا يراه أي زبون.</translation>
    </message>
    <message>
        <source>Have a shop at HKJ or HAQM?</source>
        <translation>لديك متجر في HKJ أو HAQM؟</translation>
    </message>
    <message>
        <source>Have its key at hand. It stays in this computer's own key store.</source>
        <translation>جهّز مفتاحه، وسيبقى في مخزن المفاتيح على هذا الجهاز.</translation>
    </message>
</context>
<context>
    <name>Workbook</name>
    <message>
        <source>This kind of workbook cannot be written back. You get a new one with its products, without its colours, formulas and other sheets.</source>
        <extracomment>What a workbook loses when it is saved with marks (resources/workbook.toml), said before it is saved. Each stands behind "Not kept:" or a bullet.</extracomment>
        <translation>لا يمكن الحفظ في هذا النوع من الملفات. ستحصل على ملف إكسل جديد فيه المنتجات، بلا ألوان الأصل ومعادلاته وأوراقه الأخرى.</translation>
    </message>
    <message>
        <source>Shapes, text boxes, arrows, WordArt and SmartArt</source>
        <translation>الأشكال ومربعات النص والأسهم وWordArt وSmartArt</translation>
    </message>
    <message>
        <source>The fine look of charts: they stay, but fonts, effects and boxes drawn into them may change</source>
        <translation>تفاصيل شكل المخططات: المخططات تبقى، وقد تتغيّر خطوطها وتأثيراتها والمربعات المرسومة فيها</translation>
    </message>
    <message>
        <source>Charts of newer kinds, such as waterfall, histogram, map and treemap</source>
        <translation>المخططات من الأنواع الأحدث، مثل الشلالي والمدرّج التكراري والخريطة والخريطة الشجرية</translation>
    </message>
    <message>
        <source>Drawings that are no photos (EMF and WMF); photos stay</source>
        <translation>الرسوم من نوع EMF وWMF، أما الصور العادية فتبقى</translation>
    </message>
    <message>
        <source>Shadows, icons drawn as lines, and links behind pictures</source>
        <translation>الظلال، والأيقونات المرسومة بالخطوط، والروابط التي خلف الصور</translation>
    </message>
    <message>
        <source>The background picture of a sheet</source>
        <translation>صورة خلفية الورقة</translation>
    </message>
    <message>
        <source>Pictures in the page header or footer</source>
        <translation>الصور في رأس الصفحة أو تذييلها</translation>
    </message>
    <message>
        <source>Pictures that lie inside a cell, and linked data such as stocks</source>
        <translation>الصور داخل الخلايا، والبيانات المرتبطة مثل أسعار الأسهم</translation>
    </message>
    <message>
        <source>Formulas that fill further cells by themselves: they fill those that they fill now</source>
        <translation>المعادلات التي تملأ خلايا مجاورة تلقائيًا: تملأ الخلايا الحالية فقط</translation>
    </message>
    <message>
        <source>Small charts inside cells (sparklines)</source>
        <translation>المخططات الصغيرة داخل الخلايا (خطوط المؤشر)</translation>
    </message>
    <message>
        <source>Colours by a rule of newer kinds, such as data bars and icons with a rule from another sheet</source>
        <translation>التنسيق الشرطي من الأنواع الأحدث، مثل أشرطة البيانات والأيقونات بشرط من ورقة أخرى</translation>
    </message>
    <message>
        <source>Drop-down lists that take their entries from another sheet</source>
        <translation>القوائم المنسدلة التي تأخذ خياراتها من ورقة أخرى</translation>
    </message>
    <message>
        <source>Slicers and timelines (buttons that filter); what they filter stays</source>
        <translation>أزرار التصفية (مقسّمات طريقة العرض والمخططات الزمنية)، وتبقى البيانات التي تصفّيها</translation>
    </message>
    <message>
        <source>Buttons, check boxes and other controls in a sheet</source>
        <translation>الأزرار وخانات الاختيار وما يشبهها في الورقة</translation>
    </message>
    <message>
        <source>Documents of other programs that lie in a sheet</source>
        <translation>مستندات البرامج الأخرى الموضوعة في الورقة</translation>
    </message>
    <message>
        <source>Answers to comments: a conversation becomes one note</source>
        <translation>الردود على التعليقات: تصبح المحادثة ملاحظة واحدة</translation>
    </message>
    <message>
        <source>The size, colours and bold letters of notes; their words stay</source>
        <translation>حجم الملاحظات وألوانها وخطها العريض، ويبقى نصها</translation>
    </message>
    <message>
        <source>The digital signature</source>
        <translation>التوقيع الرقمي</translation>
    </message>
    <message>
        <source>Links to data outside (queries, connections): the cells stay as they are now</source>
        <translation>الروابط ببيانات خارجية (الاستعلامات والاتصالات): تبقى الخلايا كما هي الآن</translation>
    </message>
    <message>
        <source>Hidden data of other programs, such as sensitivity labels</source>
        <translation>البيانات المخفية لبرامج أخرى، مثل تسميات الحساسية</translation>
    </message>
    <message>
        <source>Add-ins inside the workbook</source>
        <translation>الوظائف الإضافية داخل الملف</translation>
    </message>
    <message>
        <source>Macro sheets and dialogs of old Excel</source>
        <translation>أوراق الماكرو ومربعات الحوار من إصدارات إكسل القديمة</translation>
    </message>
    <message>
        <source>The record of who changed what in a shared workbook</source>
        <translation>سجل التعديلات وأصحابها في ملف مشترك</translation>
    </message>
    <message>
        <source>Ranges of a protected sheet that some people may change</source>
        <translation>النطاقات المسموح لبعض الأشخاص بتعديلها في ورقة محمية</translation>
    </message>
    <message>
        <source>Green corners that you told Excel to hide come back</source>
        <translation>المثلثات الخضراء التي أخفيتها في إكسل تظهر من جديد</translation>
    </message>
    <message>
        <source>Views of a sheet that were saved under a name</source>
        <translation>طرق عرض الورقة المحفوظة بأسماء</translation>
    </message>
    <message>
        <source>The wish to open the workbook for reading only</source>
        <translation>اقتراح فتح الملف للقراءة فقط</translation>
    </message>
    <message>
        <source>Macros: save it as .xlsm to keep them</source>
        <translation>وحدات الماكرو: احفظ الملف بصيغة ‎.xlsm لتبقى</translation>
    </message>
    <message>
        <source>Buttons that the workbook adds to Excel's ribbon</source>
        <translation>الأزرار التي يضيفها الملف إلى شريط إكسل</translation>
    </message>
    <message>
        <source>HKJ marks</source>
        <extracomment>The sheet that explains (files/annotate_sheet.py), and the comments. None is a usual header of a catalogue, so that the sheet is never taken for one (tests/unit/files/test_annotate.py).</extracomment>
        <translation>علامات HKJ</translation>
    </message>
    <message>
        <source>What is marked in this workbook</source>
        <translation>العلامات في هذا الملف</translation>
    </message>
    <message>
        <source>Marked by HKJ Desktop on the sheet “{sheet}”. Your own file is unchanged.</source>
        <translation>هذه علامات HKJ Desktop على الورقة «{sheet}». أما ملفك الأصلي فبقي كما هو.</translation>
    </message>
    <message>
        <source>Made by HKJ Desktop from “{name}”, which is no Excel workbook that can be written back.</source>
        <translation>ملف جديد أعدّه HKJ Desktop من «{name}»، لأن الأصل ليس ملف إكسل يمكن الحفظ فيه.</translation>
    </message>
    <message>
        <source>Must be fixed: the shop does not take the product as it is</source>
        <translation>يجب تصحيحها: المتجر لا يقبل المنتج كما هو</translation>
    </message>
    <message>
        <source>Worth a look: the product can be sent</source>
        <translation>تحتاج نظرة: يمكن إرسال المنتج</translation>
    </message>
    <message>
        <source>Changed by you in HKJ Desktop; the comment says what stood there</source>
        <translation>عدّلتها في HKJ Desktop، وفي التعليق ما كان فيها</translation>
    </message>
    <message>
        <source>Point at a coloured cell to read what is wrong. Fix it, save the workbook, and open it in HKJ Desktop.</source>
        <translation>ضع المؤشر على خلية ملوّنة لتقرأ ما المشكلة. صحّحها واحفظ الملف، ثم افتحه في HKJ Desktop.</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>انتقل إلى</translation>
    </message>
    <message>
        <source>In which row</source>
        <translation>في أي صف</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>ما المشكلة</translation>
    </message>
    <message>
        <source>What to do about it</source>
        <translation>ما الحل</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>لا توجد مشكلات.</translation>
    </message>
    <message>
        <source>… and {count} more, which are not listed here. Their cells are coloured.</source>
        <translation>… وعدد المشكلات الأخرى غير المذكورة هنا {count}. خلاياها ملوّنة.</translation>
    </message>
    <message>
        <source>Only the first {limit} marked cells have a comment, since Excel is slow with more.</source>
        <translation>التعليقات على أول {limit} خلية ملوّنة فقط، لأن كثرتها تبطئ إكسل.</translation>
    </message>
    <message>
        <source>Rows that you left out in HKJ Desktop ({count}); they still stand here</source>
        <translation>صفوف تركتها جانبًا في HKJ Desktop ({count})، وهي باقية هنا</translation>
    </message>
    <message>
        <source>Changes that have no cell of their own in this workbook ({count})</source>
        <translation>تعديلات لا خلايا لها في هذا الملف ({count})</translation>
    </message>
    <message>
        <source>Was: {value}</source>
        <translation>قبل التعديل: {value}</translation>
    </message>
    <message>
        <source>Was empty</source>
        <translation>قبل التعديل: خلية فارغة</translation>
    </message>
    <message>
        <source>now: {value}</source>
        <translation>الآن: {value}</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>الصف {number}</translation>
    </message>
</context>
<context>
    <name>_Large</name>
    <message>
        <source>No picture</source>
        <translation>بلا صورة</translation>
    </message>
    <message>
        <source>Loading the picture</source>
        <translation>جارٍ تحميل الصورة</translation>
    </message>
</context>
</TS>
