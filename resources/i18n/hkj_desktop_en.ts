<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About HKJ Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HKJ Desktop {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends your catalogue to your shop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the MIT licence. Built with Qt and PySide6 (LGPL), Python, polars, httpx and Lucide icons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlsoBox</name>
    <message>
        <source>Send to this shop too, in one go</source>
        <extracomment>Check box on the page of a second shop: each sending goes to the shop in use and to this one as well.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you send to {shop} then goes here as well.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Sending a catalogue</source>
        <extracomment>Reason that the operating system shows for the computer being kept awake.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>Picture not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture not loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <extracomment>Stands before the lowest price of a product whose variants cost different amounts: from 2.500 JOD.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>JOD</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardModel</name>
    <message>
        <source>Product</source>
        <extracomment>Beside the order in the number of the column by which is sorted: in groups, by the Arabic words. The category by which a row is grouped; "" for those without one.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n in stock</source>
        <translation>
            <numerusform>%n in stock</numerusform>
            <numerusform>%n in stock</numerusform>
        </translation>
    </message>
    <message>
        <source>sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n variant</numerusform>
            <numerusform>%n variants</numerusform>
        </translation>
    </message>
    <message>
        <source>No price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {price} dinars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{price} dinars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shop}: {state}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardTools</name>
    <message>
        <source>Small cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the order of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By stock</source>
        <extracomment>Sort order: by the number of pieces.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <extracomment>Noun: button of a menu with the size, order and languages of the cards.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>How cards are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check all pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match a folder of photos…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Products as cards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CategoryChart</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <comment>categories</comment>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message>
        <source>No category</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>Noun, name of a step that can be undone: the selected cells were emptied.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes from before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix for me</source>
        <extracomment>Name of the step of the button of the same words; keep both the same.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture addresses</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangesList</name>
    <message>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>Tab of a table: products that the shop does not have yet.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be deleted ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays in the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this file ({n})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangesModel</name>
    <message>
        <source>Product</source>
        <extracomment>Fils are shown in dinars, and so by the name of that field.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SKU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last sent from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be</source>
        <extracomment>Column head beside “Last sent from here”: the value after sending.</extracomment><translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>{part} (chosen)</source>
        <extracomment>Whether it reads the other way in a right-to-left window, so that the arrow keys do too.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to show all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to show only these</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>{name}: {products}</source>
        <extracomment>Below this width the words of the states need the room of their ring. Degrees: one bad product in a million is still seen, and parts do not touch.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices in dinars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation type="unfinished">
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckNotices</name>
    <message>
        <source>Match the columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If one of your columns holds it, say which: {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your file has no column for it, so no product can be sent yet. Add one for: {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that the shop needs is missing in every row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{column}” holds two titles in each cell. Part them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{example} would become {arabic} and {english}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part them</source>
        <extracomment>Button: put the Arabic and the English title, which stand in one cell, into two columns.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in dinars, with a decimal comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in dinars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in fils</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in piastres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{price} ({unit})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How are the prices in “{column}” written?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{example} can be read in more than one way, and we do not guess with prices. It is:</source>
        <extracomment>Followed by buttons, one for each reading of the price.</extracomment><translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <extracomment>Heard only: name of the switch between cards, table and problems.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>Heard only: name of the row of filters (All, Problems, Worth a look).</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>A lower page has no room for the charts.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {system}</source>
        <extracomment>The program or shop system that wrote the file, such as Shopify; stands first in a line of facts.</extracomment><translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n ready</numerusform>
            <numerusform>%n ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a problem</source>
        <translation>
            <numerusform>%n with a problem</numerusform>
            <numerusform>%n with a problem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worth a look</source>
        <translation>
            <numerusform>%n worth a look</numerusform>
            <numerusform>%n worth a look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed here</source>
        <extracomment>Changes that the person made to the file in this program.</extracomment><translation>
            <numerusform>%n changed here</numerusform>
            <numerusform>%n changed here</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns: {n} of {total} understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the charts (the window is too low for them)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckViews</name>
    <message>
        <source>Products as cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for something else, or show all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every product is ready to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every product is ready for {shop}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message>
        <source>Nothing is left to be mended in this way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that you made here before are back</source>
        <translation>
            <numerusform>%n change that you made here before are back</numerusform>
            <numerusform>%n changes that you made here before are back</numerusform>
        </translation>
    </message>
    <message>
        <source>Start from the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of your changes fit it as it is now.</source>
        <translation>
            <numerusform>%n of your changes fit it as it is now.</numerusform>
            <numerusform>%n of your changes fit it as it is now.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take them over</source>
        <extracomment>Button: use the changes made in an earlier session on the file as it is now.</extracomment><translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n do not: what they were made to is no longer there.</source>
        <translation>
            <numerusform>%n do not: what they were made to is no longer there.</numerusform>
            <numerusform>%n do not: what they were made to is no longer there.</numerusform>
        </translation>
    </message>
    <message>
        <source>This file was changed elsewhere since you worked on it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{step}: %n changed</source>
        <extracomment>Cells that a step changed, such as “Fill down: 4 changed”.</extracomment><translation>
            <numerusform>{step}: %n changed</numerusform>
            <numerusform>{step}: %n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) were changed meanwhile, and stay as you changed them</source>
        <translation>
            <numerusform>%n cell were changed meanwhile, and stay as you changed them</numerusform>
            <numerusform>%n cells were changed meanwhile, and stay as you changed them</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) found no place below the last row</source>
        <translation>
            <numerusform>%n row found no place below the last row</numerusform>
            <numerusform>%n rows found no place below the last row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) found no place behind the last one</source>
        <translation>
            <numerusform>%n column found no place behind the last one</numerusform>
            <numerusform>%n columns found no place behind the last one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>One file at a time, please</source>
        <extracomment>Endings of what is certainly no catalogue; anything else is judged by its content after the drop.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the catalogue alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to match the photos in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their names are compared with SKUs and barcodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to check {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is only read. Nothing is sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong that we did not foresee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was lost. The details help us to mend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, copy the details and send them to us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again whenever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be done like that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add --help to see what is possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is wrong with this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted, or its disk is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the file and drop it here again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A catalogue is one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder and drop the catalogue file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not let us read “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file belongs to somebody else, or another program holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it in other programs, or copy it to your own documents and drop the copy here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it again from the program that it comes from, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is something else than a table of products, whatever its name says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop an Excel, CSV, JSON or XML file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name may say something else, but a picture is inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the list of products: an Excel, CSV, JSON or XML file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PDF is made for printing; its cells cannot be read safely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the same list as an Excel or CSV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a packed archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue may be inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack it and drop the file that is inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a text document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document has no rows and columns that can be read safely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy its table into Excel, save it, and drop that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some shops save a web page under the name of a workbook; often it only asks to sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in Excel, save it as an Excel workbook, and drop that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not the catalogue, but Excel's note that it is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While a workbook is open, a small file of almost the same name stands beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file whose name does not begin with such signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a Numbers document of a Mac</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only Numbers itself can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in Numbers, choose File, Export To, Excel, and drop that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a list of something else than products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its entries are numbers or texts, where products with their fields should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file that holds the products.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is protected by a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read without the password, and we never ask for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in Excel, save a copy without the password, and drop the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file breaks off or contradicts itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download or save it again. Opening it in Excel and saving a copy often mends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is larger than any catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes past {limit} {unit}, which we do not read, to protect this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is the right file, or split it into several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not safe to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has parts that grow without end or fetch other files when they are read; no catalogue needs them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever made it for an Excel or CSV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” holds boxes in boxes in boxes, deeper than any catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was made by a program that went wrong, or to do harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has more columns than any catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We read at most {limit} columns, to protect this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is the right file; rows and columns may have changed places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has more rows than any catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We read at most {limit} rows, to protect this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cells of “{name}” lie too far apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something stands far below or far to the right of the table, with millions of empty cells between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table alone into a new workbook, save it, and drop that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cell of “{name}” is longer than a book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell has at most {limit} letters; a quotation mark may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the long text and shorten it, or save the file again from its program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is small, and unpacks to more than this computer should hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes past {limit} {unit} of next to nothing, as files do that are made to harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you trust it, copy the table alone into a new workbook, save it, and drop that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” holds more text than any catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as a CSV file, or split it into several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no products in “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be read, but no row below the headers holds anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file or another sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has no sheet called “{sheet}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its sheets are: {sheets}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of these sheets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer refused to write it. What was there before is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be saved: the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was there before is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room, or choose another disk, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” may not be saved there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not write into this folder, or the file is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, such as your documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is open in another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be replaced while Excel or another program holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it there and try again, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no key store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys are kept only in the computer's own key store, never in a file, and none is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn on your system's password manager and try again. You can practise without a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer's key store is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens when you sign in, or when you allow it in the window that your system shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer's key store did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key could not be read or kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; signing out of the computer and in again often helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key for this shop on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key cannot be shown again once it is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste it on the Shop page, or rotate it in the HKJ dashboard and paste the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This upload is being carried on already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window or command of this computer is at work on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it has ended, then look at the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This upload changed no product that was there before; what it added cannot be deleted from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete new products on the shop's own pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sent must be written down first, so nothing more was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk; the upload then goes on from where it stood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This upload is not settled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of some products it is not known whether the shop has them as they were sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in the history and ask the shop first; then it can be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop could not be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something stood between this computer and the shop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of the shop looks like https://shop.example/api</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the address of the shop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop's address must begin with https://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it, others on the network could read your key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the name of a region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A region looks like eu-west-1: small letters, digits and hyphens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the region. HAQM gave it to you together with the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop's address was changed after this upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It went to {host}; the shop at the new address knows nothing of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file and send it again: the shop keeps one product for each SKU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This upload began with another shop's key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its products must not go to another shop, so nothing was asked and nothing sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the key of the shop that it was sent to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop's server did not answer the call. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the internet connection and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop's address is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server called {host} can be found. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the internet connection, and the address on the Shop page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy of this network refused the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer reaches the internet through a proxy, and it said no. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever looks after your network to allow {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy of this network asks for a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer reaches the internet through a proxy that wants a name and a password. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever looks after your network to let this computer through to {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the shop is not safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server's certificate does not fit {host}. Your key was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the date of this computer; on a hotel or café network, sign in to it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop's answer was lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke before the shop answered. It may have taken the products, or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send them again. That is safe: the shop keeps one product for each SKU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop's answer makes no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came back is not what the shop promises to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the shop's address, and try again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web page answered in place of the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks of hotels and cafés do that until one signs in; a wrong address does it too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a browser and sign in to the network, check the shop's address, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop's address points somewhere else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It sends callers on to {target}. Your key goes to no other server, so we stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address of the shop with whoever gave it to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop could not read what was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It said: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed in the shop. Copy the details and send them to us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not say why (error {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAQM does not know these stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It knows none of the stores of these products: {stores}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the store numbers with those that HAQM gave you, correct them, and send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAQM does not accept all of these stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not know some of them, or they belong to different retailers: {stores}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAQM found a product that it cannot read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One wrong or missing entry stops all products sent together. It does not say which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the SKU, barcode, name and store of these products, and send them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop does not accept this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was mistyped, or it was rotated and a newer one exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key again on the Shop page, or rotate it in the HKJ dashboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop has switched this connection off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is right, but the integration is disabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it on in the HKJ dashboard, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAQM does not let this account in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access key is right, but its owner may not upload a catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your contact at HAQM whether the onboarding is finished and the key may use the catalogue upload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAQM does not accept this access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access key ID was mistyped, or it was switched off or replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the access key ID and its secret again on the Shop page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret access key does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not belong to this access key ID, or it was mistyped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this computer is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAQM accepts what was signed in the last five minutes, and by this computer's clock it was not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the system set date, time and time zone by itself, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session token has run out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session token is good for some hours only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a new access key ID, secret and session token, and enter all three on the Shop page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The region is not the right one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAQM's server at {host} belongs to another region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the region on the Shop page. HAQM gave it to you together with the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no catalogue upload at this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answered that it has nothing there. The last part of the address may be missing or wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the address, to its last letter, with the one that HAQM gave you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop no longer knows this upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was asked for upload {batch_id} and has none of that number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the products again. That is safe: the shop keeps one product for each SKU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop has no report yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says that it has worked through the products, and not with what outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report's download link has run out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAQM makes links to its report that open for one hour. The products themselves are not affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the report again; HAQM then makes a new link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop finds this catalogue too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes less at one time. Nothing was changed in the shop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the file into smaller ones and send them one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop asks for a pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has had too many calls at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a few minutes and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop's server has a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answered with error {status}. The fault is not on your side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no shop at this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answered that it has nothing there (error {status}). The address may be wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the shop's address, to its last letter, with the one that you were given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has a fault that does not pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answered with error {status} and said that trying again does not help: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the details and send them to whoever runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop cancelled the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody there ended it. Part of the products may be in the shop already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the shop why, then send again: it keeps one product for each SKU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop broke off the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It had a fault of its own in the middle. Part of the products may be in the shop already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again: the shop keeps one product for each SKU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop has not said anything new for a long time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its import has not moved for {minutes} minutes. The upload is safe: the shop has it, and this computer knows its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again later; it stays in the history until every product has its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of uploads cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} cannot be read or written, so nothing is sent without a record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the disk has room and that you may write into the data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no upload called “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of this computer has none of that number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the history for the numbers of the uploads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of uploads belongs to a newer version of this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no shop called “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shops are those on the Shop page of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the shop there, or check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a shop called “{name}” already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two shops of one name would be mixed up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop needs a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is only for you, to tell your shops apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings belong to a newer version of this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are left as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice shop did not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs on this computer only; something kept it from starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, restart the computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice shop did not start: port {port} cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has it, or this computer does not give it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name another port, or none: then a free one is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fix file “{name}” cannot be taken in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version of this program made it, or something in it is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the fix file again from here, and copy the mended cells into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is the fix file of another catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was made from “{source}”, and what is open now has other rows or columns than that had. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the catalogue that it was made from, and drop the fix file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a fix file, and its catalogue is not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds what was mended in “{source}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open “{source}” first, and then drop the fix file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a fix file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fix file is a workbook that was saved from here; this one is not, or no longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the workbook that you saved as the fix file, as an Excel workbook (.xlsx).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fix file “{name}” no longer says which row is which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its hidden first row or first column was deleted or changed, so a price might land on a wrong product. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the fix file again from here, and copy the mended cells into it; leave what is hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” says two different things of one product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} of it is a copy of another row, with other cells. We do not guess which one counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the row that is wrong, save the fix file, and drop it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong on the way to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the picture's address in a browser to see what is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the web address of a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such an address begins with https:// and holds no name and no password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the picture's address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture lies inside a private network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your customers cannot reach it there, and this program does not go there either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the picture on the internet, and write its new address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture at this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was moved or deleted, or the address is misspelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the picture's address, or put the picture back where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not give the picture out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says no, or it has a fault of its own. Your customers may not see the picture either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the address in a browser; if it fails there too, move the picture elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server of the picture cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name is unknown, it does not answer, or its certificate is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the internet connection and the picture's address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture comes too slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We stopped waiting for it. Few customers would have waited so long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later; if it stays slow, move the picture to another server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture's address leads to no picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It points on and on, or to a place from which no picture is fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the address in a browser and copy the address at which the picture shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is too heavy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has more bytes than any shop needs, and takes very long to load on a phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it smaller: 1,600 points wide is enough for any shop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a web page in place of a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address shows a page, perhaps one on which the picture can be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On that page, right-click the picture and copy the address of the picture itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a picture that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shops show JPEG, PNG and WebP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture as JPEG or PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture has too many points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening it would take more memory than a phone has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is empty, or it breaks off before its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upload the picture to its server again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more photos in “{name}” than any shop has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We list at most {limit} photos of a folder and of those in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder that holds the photos of your products alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is the file that is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own file is only read, and never written over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is too large for Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sheet of Excel has 1,048,576 rows and 16,384 columns, and a cell 32,767 letters, at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than {limit} rows have a problem: too many to mend by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fix file is for the rows that only a person can mend, one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First let “Fix for me” mend what it can, or correct what they have in common in your own file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be saved: your workbook has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It no longer holds what was read when it was opened, so marks might come to wrong cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the workbook anew, then save it with marks.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldPanel</name>
    <message>
        <source>Names and texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price and stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category and brand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also sent, as it stands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>SKU</source>
        <extracomment>(context, English text) → text in the language of the window. Sets a value apart inside a sentence of another direction (display only).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own number</source>
        <extracomment>The shop's own (external) number of a product, beside SKU and barcode.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price (dinars)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price (fils)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of option 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of option 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of option 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Choose your catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>Close</source>
        <extracomment>A file that is read sooner needs no word about it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop your file anywhere in this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your file is only read. It is never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try with sample products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel, CSV, JSON or XML, from your till, your old shop or your own list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from an empty list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workbook with the right columns and an example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading and checking {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files that you open stand here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FixFile</name>
    <message>
        <source>To fix</source>
        <extracomment>What stands on the sheet itself (fix_file.SHEET_WORDS). A sheet's title has at most 31 letters, and none of []:*?/.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the coloured cells and save the file; then drop it into HKJ Desktop. You may sort, filter, move columns and rename the file. Rows that you delete stay in the catalogue as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} – to fix</source>
        <extracomment>Behind the catalogue's name in the name of its fix file.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in this fix file differs from the catalogue.</source>
        <extracomment>What is told before a fix file is taken in; %n is the number of it. Where nothing was mended.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) left as they were</source>
        <translation>
            <numerusform>%n cell left as they were</numerusform>
            <numerusform>%n cells left as they were</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) mended</source>
        <translation>
            <numerusform>%n cell mended</numerusform>
            <numerusform>%n cells mended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) mended that are the same here by now</source>
        <translation>
            <numerusform>%n cell mended that are the same here by now</numerusform>
            <numerusform>%n cells mended that are the same here by now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) that cannot be read, and stay as they are</source>
        <translation>
            <numerusform>%n cell that cannot be read, and stay as they are</numerusform>
            <numerusform>%n cells that cannot be read, and stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) added in the file; they are not taken in</source>
        <translation>
            <numerusform>%n column added in the file; they are not taken in</numerusform>
            <numerusform>%n columns added in the file; they are not taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) deleted in the file; they stay in the catalogue</source>
        <translation>
            <numerusform>%n column deleted in the file; they stay in the catalogue</numerusform>
            <numerusform>%n columns deleted in the file; they stay in the catalogue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mended row(s) that you left out here since the file was saved</source>
        <translation>
            <numerusform>%n mended row that you left out here since the file was saved</numerusform>
            <numerusform>%n mended rows that you left out here since the file was saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them you changed here as well since the file was saved</source>
        <translation>
            <numerusform>%n of them you changed here as well since the file was saved</numerusform>
            <numerusform>%n of them you changed here as well since the file was saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) added in the file; they are not taken in</source>
        <translation>
            <numerusform>%n row added in the file; they are not taken in</numerusform>
            <numerusform>%n rows added in the file; they are not taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) deleted in the file; they stay in the catalogue</source>
        <translation>
            <numerusform>%n row deleted in the file; they stay in the catalogue</numerusform>
            <numerusform>%n rows deleted in the file; they stay in the catalogue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fixes</name>
    <message>
        <source>The Arabic title goes into the Arabic column, and the English one into the English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both languages stand in one cell; each goes into its own column. A title that is there stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zeros at the start come back; the check digit says how many there were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore zeros of barcodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No digit is lost in these cells, so the whole code can be written out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write codes in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs and words around the digits go; the digits stay, and their check digit fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave only the digits of barcodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove spaces and hidden characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden characters go, and several spaces become one; no letter and no digit changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trim spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same numbers in the digits that shops and scanners read: 0 to 9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change digits to 0–9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last digit is worked out from the others. If one of those is wrong, scan the product instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct last digits of barcodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it {after}</source>
        <extracomment>Button; {after} is what the cell will hold. Keep it short: thirteen digits have to fit beside it.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word beside the number goes; where it says that there is none left, 0 is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave only the number in stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There cannot be fewer than none: these products count as sold out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set stock below zero to 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One amount stands in each of these cells; the words and signs around it go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave only the amount in prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This column is in fils, which have no decimals; these amounts become fils.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn dinars into fils</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each becomes the nearest whole fils; half a fils is rounded up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round prices to fils</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comma stands before the fils: 1,250 becomes one dinar and 250 fils.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read commas as points</source>
        <extracomment>Name of a step: the comma in prices is the decimal mark.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comma groups thousands: 1,250 becomes one thousand two hundred and fifty dinars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read commas as thousands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount stays the same, without the minus sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove minus signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The point is moved to where it was; each price is then about what the shop last took.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the point in prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each becomes a thousandth of what it is, as where fils stood among dinars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make prices a thousandth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each becomes a thousand times what it is, as where dinars stood among fils.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make prices a thousandfold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the price in fils</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dinar column gets the amount that stands in the fils column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take prices in fils</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the price in dinars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fils column gets the amount that stands in the dinar column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take prices in dinars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spaces become %20, and an address that begins with www. gets https:// before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct picture addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each word begins with a capital; abbreviations such as LED stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write titles in small letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut it to the length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is cut behind a word, with … at its end; what stood behind that is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut long texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the last</source>
        <extracomment>Button for two products with one code: the later stays, the earlier leaves the catalogue.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>The earlier product leaves the catalogue with all of its rows; your file stays as it is. Look at the names first: where they are two products, give one of them another code instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The later product leaves the catalogue with all of its rows; your file stays as it is. Look at the names first: where they are two products, give one of them another code instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the last of duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the title in two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it {after}, in dinars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it {after}: the comma is the point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it {after}: the comma groups thousands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it {after}, with no minus sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it {after}, a thousandth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it {after}, a thousandfold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the first of duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear this barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first product keeps the barcode; the later one goes without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear repeated barcodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this row out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These rows leave the catalogue; your file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave rows out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy from another column…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each cell gets what stands on its row in the column that you choose, where it fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy from another column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear this cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error goes, and the product is sent without this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear cells with errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Clear all %n cell(s) like this</source>
        <translation>
            <numerusform>Clear all %n cell like this</numerusform>
            <numerusform>Clear all %n cells like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear all %n later barcode(s) like this</source>
        <translation>
            <numerusform>Clear all %n later barcode like this</numerusform>
            <numerusform>Clear all %n later barcodes like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy all %n like this from another column…</source>
        <translation>
            <numerusform>Copy all %n like this from another column…</numerusform>
            <numerusform>Copy all %n like this from another column…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Correct all %n address(es) like this</source>
        <translation>
            <numerusform>Correct all %n address like this</numerusform>
            <numerusform>Correct all %n addresses like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Correct the last digit of all %n barcode(s) like this</source>
        <translation>
            <numerusform>Correct the last digit of all %n barcode like this</numerusform>
            <numerusform>Correct the last digit of all %n barcodes like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cut all %n text(s) like this to the length</source>
        <translation>
            <numerusform>Cut all %n text like this to the length</numerusform>
            <numerusform>Cut all %n texts like this to the length</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give all %n barcode(s) like this their zeros back</source>
        <translation>
            <numerusform>Give all %n barcode like this their zeros back</numerusform>
            <numerusform>Give all %n barcodes like this their zeros back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep the first for all %n like this</source>
        <translation>
            <numerusform>Keep the first for all %n like this</numerusform>
            <numerusform>Keep the first for all %n like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep the last for all %n like this</source>
        <translation>
            <numerusform>Keep the last for all %n like this</numerusform>
            <numerusform>Keep the last for all %n like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave only the amount in all %n price(s) like this</source>
        <translation>
            <numerusform>Leave only the amount in all %n price like this</numerusform>
            <numerusform>Leave only the amount in all %n prices like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave only the digits in all %n barcode(s) like this</source>
        <translation>
            <numerusform>Leave only the digits in all %n barcode like this</numerusform>
            <numerusform>Leave only the digits in all %n barcodes like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave only the number in all %n cell(s) like this</source>
        <translation>
            <numerusform>Leave only the number in all %n cell like this</numerusform>
            <numerusform>Leave only the number in all %n cells like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out all %n row(s) like this</source>
        <translation>
            <numerusform>Leave out all %n row like this</numerusform>
            <numerusform>Leave out all %n rows like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make all %n price(s) like this a thousandfold</source>
        <translation>
            <numerusform>Make all %n price like this a thousandfold</numerusform>
            <numerusform>Make all %n prices like this a thousandfold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make all %n price(s) like this a thousandth</source>
        <translation>
            <numerusform>Make all %n price like this a thousandth</numerusform>
            <numerusform>Make all %n prices like this a thousandth</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make all %n stock(s) like this 0</source>
        <translation>
            <numerusform>Make all %n stock like this 0</numerusform>
            <numerusform>Make all %n stocks like this 0</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move the point in all %n price(s) like this</source>
        <translation>
            <numerusform>Move the point in all %n price like this</numerusform>
            <numerusform>Move the point in all %n prices like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read all %n price(s) like this as dinars</source>
        <translation>
            <numerusform>Read all %n price like this as dinars</numerusform>
            <numerusform>Read all %n prices like this as dinars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read the comma as grouping thousands in all %n price(s) like this</source>
        <translation>
            <numerusform>Read the comma as grouping thousands in all %n price like this</numerusform>
            <numerusform>Read the comma as grouping thousands in all %n prices like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read the comma as the point in all %n price(s) like this</source>
        <translation>
            <numerusform>Read the comma as the point in all %n price like this</numerusform>
            <numerusform>Read the comma as the point in all %n prices like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove spaces and hidden characters from all %n cell(s) like this</source>
        <translation>
            <numerusform>Remove spaces and hidden characters from all %n cell like this</numerusform>
            <numerusform>Remove spaces and hidden characters from all %n cells like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove the minus sign from all %n price(s) like this</source>
        <translation>
            <numerusform>Remove the minus sign from all %n price like this</numerusform>
            <numerusform>Remove the minus sign from all %n prices like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Round all %n price(s) like this</source>
        <translation>
            <numerusform>Round all %n price like this</numerusform>
            <numerusform>Round all %n prices like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split all %n title(s) like this</source>
        <translation>
            <numerusform>Split all %n title like this</numerusform>
            <numerusform>Split all %n titles like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Swap the titles of all %n product(s) like this</source>
        <translation>
            <numerusform>Swap the titles of all %n product like this</numerusform>
            <numerusform>Swap the titles of all %n products like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the price in dinars for all %n product(s) like this</source>
        <translation>
            <numerusform>Take the price in dinars for all %n product like this</numerusform>
            <numerusform>Take the price in dinars for all %n products like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the price in fils for all %n product(s) like this</source>
        <translation>
            <numerusform>Take the price in fils for all %n product like this</numerusform>
            <numerusform>Take the price in fils for all %n products like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write all %n cell(s) like this with the digits 0 to 9</source>
        <translation>
            <numerusform>Write all %n cell like this with the digits 0 to 9</numerusform>
            <numerusform>Write all %n cells like this with the digits 0 to 9</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write all %n code(s) like this in full</source>
        <translation>
            <numerusform>Write all %n code like this in full</numerusform>
            <numerusform>Write all %n codes like this in full</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write all %n title(s) like this in small letters</source>
        <translation>
            <numerusform>Write all %n title like this in small letters</numerusform>
            <numerusform>Write all %n titles like this in small letters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fixing</name>
    <message>
        <source>Fix for me</source>
        <extracomment>Fix → how many problems it would mend, of those that need no choice.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untick what is to stay as it is. It can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be mended by itself here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Change %n</source>
        <translation>
            <numerusform>Change %n</numerusform>
            <numerusform>Change %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fix %n for me…</source>
        <translation>
            <numerusform>Fix %n for me…</numerusform>
            <numerusform>Fix %n for me…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the keys</source>
        <extracomment>Shows the keyboard shortcuts; no secret keys.</extracomment><translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GlanceStrip</name>
    <message>
        <source>At a glance</source>
        <extracomment>Below this width there is room for two charts. Chart and its share of the width, in reading order.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>How it works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>Copied. Paste it into your message to support.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back: {file}</source>
        <extracomment>In place of a shop's key: every shop.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Show the uploads of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back…</source>
        <extracomment>Button: send the products as they were before this upload.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what this upload changed, and send it as it was before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each upload will stand here: what was sent, when, and what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that was sent from this computer. Press Enter or double-click to see one again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All shops</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message>
        <source>Chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lights</name>
    <message>
        <source>ready</source>
        <extracomment>What the frame of the table calls the light of the n-th shop; no key of a file's column begins like it. Shapes of their own, as the colours alone tell nothing to many.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready, worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shop} ({system})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shop}: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>{field}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem} (cell {place})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookingBar</name>
    <message>
        <source>Stop</source>
        <extracomment>A screen reader hears of every such part of the whole, and not of every picture.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the pictures: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Go on to sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sent is being written down. This takes a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Send the %n fixed</source>
        <translation>
            <numerusform>Send the %n fixed</numerusform>
            <numerusform>Send the %n fixed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchReason</name>
    <message>
        <source>Same name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A usual name for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spelled nearly the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the program it comes from writes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From what is in the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As you chose last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatcherDialog</name>
    <message>
        <source>Columns of the file</source>
        <extracomment>What a column can be besides a field; no field is called so.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which column is what?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what each column holds. A file with the same headers will be understood this way next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is</source>
        <extracomment>Column head of a list of choices: this column of the file is the price, the title, …</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check with these columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field of column {letter}, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the prices of column {letter} are written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decimal point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commas group thousands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fils</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>piastres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{price}: {unit}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>How it works</source>
        <extracomment>Of macOS: it takes these out of our menus and puts them where it has them.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details for support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About HKJ Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Take the mended cells in?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed before you agree. It can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Take in %n cell(s)</source>
        <translation>
            <numerusform>Take in %n cell</numerusform>
            <numerusform>Take in %n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message numerus="yes">
        <source>%n dinar(s)</source>
        <translation>
            <numerusform>%n dinar</numerusform>
            <numerusform>%n dinars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fils</source>
        <translation>
            <numerusform>%n fils</numerusform>
            <numerusform>%n fils</numerusform>
        </translation>
    </message>
    <message>
        <source>{dinars} and {fils}</source>
        <extracomment>Below this width fields stand below each other. Groups whose fields take the whole width.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Saved as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept as {name}. What could be read of it is in force; look whether your shops are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the settings was damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept as {name}, and a new record was begun. Earlier uploads are missing from the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of uploads was damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until then the program works as if it were new, and keeps no settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>The upload has ended</source>
        <extracomment>For how long a notice asks to be shown, in milliseconds; the desktop may know better. Shops that a notice names; of more, their number is told.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upload has ended with problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upload to {shop} has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upload to {shop} has ended with problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open HKJ Desktop to see why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more shop(s)</source>
        <translation>
            <numerusform>and %n more shop</numerusform>
            <numerusform>and %n more shops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) reached {shop}</source>
        <translation>
            <numerusform>%n item reached {shop}</numerusform>
            <numerusform>%n items reached {shop}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) reached {shop}</source>
        <translation>
            <numerusform>%n product reached {shop}</numerusform>
            <numerusform>%n products reached {shop}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotosDialog</name>
    <message>
        <source>Photos for your products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left over {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs to no product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product, SKU or barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products that it may belong to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shop takes the addresses of pictures and no files: these photos stay on this computer. Is the folder on your website too? Give its address, and the picture cells are filled in. You can undo that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the folder on your website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(may stay empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched by its name. Search, if it belongs to another product.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No SKU and no title is like its name. Search for the product.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name fits each of these. Choose one, or search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These have a title like its name. Choose one, or search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No product fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {n} of {total}. Type more to find the one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) found</source>
        <translation>
            <numerusform>%n product found</numerusform>
            <numerusform>%n products found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) without a photo</source>
        <translation>
            <numerusform>%n product without a photo</numerusform>
            <numerusform>%n products without a photo</numerusform>
        </translation>
    </message>
    <message>
        <source>Show these photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show, and fill in %n cell(s)</source>
        <translation>
            <numerusform>Show, and fill in %n cell</numerusform>
            <numerusform>Show, and fill in %n cells</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not the address of a folder on the web. It begins with https://</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotosModel</name>
    <message>
        <source>No product yet</source>
        <extracomment>So many products are listed for what was typed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PickedWords</name>
    <message>
        <source>Ready</source>
        <extracomment>Letters of a category's name on a chip.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready, worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureChecking</name>
    <message>
        <source>Stopped. What was seen until then is in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} pictures are worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <extracomment>Button: list the pictures that are worth a look.</extracomment><translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) looked at, all fine</source>
        <translation>
            <numerusform>%n picture looked at, all fine</numerusform>
            <numerusform>%n pictures looked at, all fine</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no pictures to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder with your photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching the photos in {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no photos in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Your photos are shown with %n product(s)</source>
        <translation>
            <numerusform>Your photos are shown with %n product</numerusform>
            <numerusform>Your photos are shown with %n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PicturePanel</name>
    <message>
        <source>Open the picture in the browser</source>
        <extracomment>So many thumbnails; a product of many variants may repeat a hundred. Who looks at the pictures, as the store counts it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {at} of {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo from your folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} points</source>
        <extracomment>Width and height of a picture in pixels: 800 × 600.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures are switched off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanPane</name>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay behind: problems</source>
        <extracomment>Caption of a figure: products that will not be sent because they have problems.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what is sent…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent too, as they stand in your file: {columns}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with all that this computer has sent to this shop, last on {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>New then, as far as is known here, and staying, since nothing can be deleted: %n product(s).</source>
        <translation>
            <numerusform>New then, as far as is known here, and staying, since nothing can be deleted: %n product.</numerusform>
            <numerusform>New then, as far as is known here, and staying, since nothing can be deleted: %n products.</numerusform>
        </translation>
    </message>
    <message>
        <source>The shop has all of this already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Send the %n unchanged item(s) too, in case the shop was changed elsewhere</source>
        <translation>
            <numerusform>Send the %n unchanged item too, in case the shop was changed elsewhere</numerusform>
            <numerusform>Send the %n unchanged items too, in case the shop was changed elsewhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n item(s)</source>
        <translation>
            <numerusform>Send %n item</numerusform>
            <numerusform>Send %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) make {items} items: one for each SKU in each store.</source>
        <translation>
            <numerusform>%n product make {items} items: one for each SKU in each store.</numerusform>
            <numerusform>%n products make {items} items: one for each SKU in each store.</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer has no record of what this shop has, so all of it is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not known is what became of %n product(s) sent before: ask in the history.</source>
        <translation>
            <numerusform>Not known is what became of %n product sent before: ask in the history.</numerusform>
            <numerusform>Not known is what became of %n products sent before: ask in the history.</numerusform>
        </translation>
    </message>
    <message>
        <source>The shop adds the products that it does not have and replaces those that it has. Nothing is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No longer in this file, and staying in the shop: %n product(s).</source>
        <translation>
            <numerusform>No longer in this file, and staying in the shop: %n product.</numerusform>
            <numerusform>No longer in this file, and staying in the shop: %n products.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No longer in this file, and staying in the shop: %n item(s).</source>
        <translation>
            <numerusform>No longer in this file, and staying in the shop: %n item.</numerusform>
            <numerusform>No longer in this file, and staying in the shop: %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent again, since it is not known what the shop has of them: %n product(s).</source>
        <translation>
            <numerusform>Sent again, since it is not known what the shop has of them: %n product.</numerusform>
            <numerusform>Sent again, since it is not known what the shop has of them: %n products.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed by later uploads too, of which the rest stays: %n product(s).</source>
        <translation>
            <numerusform>Changed by later uploads too, of which the rest stays: %n product.</numerusform>
            <numerusform>Changed by later uploads too, of which the rest stays: %n products.</numerusform>
        </translation>
    </message>
    <message>
        <source>Products of {file} that stay behind can be corrected and sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So few go one by one, and each gets its own answer at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They go as one list, which the shop reads in the background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the products with problems too, and let the shop judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged: not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Send the %n unchanged product(s) too, in case the shop was changed elsewhere</source>
        <translation>
            <numerusform>Send the %n unchanged product too, in case the shop was changed elsewhere</numerusform>
            <numerusform>Send the %n unchanged products too, in case the shop was changed elsewhere</numerusform>
        </translation>
    </message>
    <message>
        <source>Send what is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Send %n product(s)</source>
        <translation>
            <numerusform>Send %n product</numerusform>
            <numerusform>Send %n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Practice shop</source>
        <extracomment>The practice shops, by the names that destinations.toml gives them.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice stores</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose all or none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>Place</source>
        <extracomment>Values that begin alike are cut before they differ, and this much of what they share is kept.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now it says: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>What would change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriceChart</name>
    <message>
        <source>no prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {low} to {high}, the middle one {middle}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n far off</source>
        <comment>prices</comment>
        <translation>
            <numerusform>%n far off</numerusform>
            <numerusform>%n far off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a price</source>
        <comment>products</comment>
        <translation>
            <numerusform>%n without a price</numerusform>
            <numerusform>%n without a price</numerusform>
        </translation>
    </message>
    <message>
        <source>{price} ({far})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemKind</name>
    <message>
        <source>Missing</source>
        <extracomment>Short names of the kinds, for filters.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No SKU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fils</source>
        <extracomment>Short name of a kind of problem: a price in fils (1/1000 dinar) has decimals.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma in price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huge price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fils or dinars?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiny price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unusual price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price jump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names no product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swapped titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All capitals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcode digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotation marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed formulas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted by the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not readable for the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long for HAQM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcode for HAQM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SKU for HAQM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent by a later upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture not fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty picture</source>
        <extracomment>The picture shows no product: one colour, or a placeholder.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems of this product</source>
        <extracomment>So many are listed at once; a product of many variants may have a hundred. A problem's fix: its id and the words of its button; None where nobody can mend it but the person.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemModel</name>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem and what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemTable</name>
    <message>
        <source>Copy</source>
        <extracomment>Below this width the field gives way: what is wrong says it too.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>{field} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop takes no product without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it in this cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic title is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop takes no product without an Arabic title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the product's name in Arabic, such as: عسل جبلي</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English title is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop takes no product without an English title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the product's name in English, such as: Mountain honey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing names this product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop knows a product by its SKU, its own number or its barcode; this row has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a SKU that no other product has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The product can be sent, but the shop will not know what it costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the price in dinars, such as 1.250</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fils must be a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This column holds prices in fils: 1250 is one dinar and 250 fils.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a whole number, or choose that this column is in dinars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” cannot be read as a price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is {value} a little over a dinar, or more than a thousand?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comma may be a decimal mark or may group thousands; we do not guess with prices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 1.250 for one dinar and 250 fils, or 1250 for thousands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than three decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dinar has 1000 fils, so a price has at most three decimals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {value} to three decimals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” has more digits than a price can have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether a barcode stands in the price column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price cannot be less than nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the price without the minus sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is {value} in fils or in dinars?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every price of this column is a large whole number, as prices in fils are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say it once for the whole column, above the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is more than ten thousand dinars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} dinars is a great deal; it may be in fils, or a barcode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the price, and whether this column is in fils.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is less than five fils</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no coin so small; a point or a unit may be wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is far from the others in its category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is ten times as much or as little as usual there, which is about {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the point in {value}; others there cost about {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is ten times what it was, or a tenth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop last took this product at {other} dinars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the point in {value}; the last price was {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the two prices is a thousand times the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fils column says {value}, the dinar column {other}: one of them is in the wrong unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write fils in the one and dinars in the other: 1250 and 1.250</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers would get this product for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write its price, or leave it if it is a gift.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two prices differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fils column says {value}, the dinar column {other}. The shop takes the fils.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make both say the same, or clear one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock must be a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the number alone, with no word beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock is below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There cannot be fewer than none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 0 if it is sold out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stock is a million or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} pieces is a great many; a barcode may stand in this column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is very long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has more than {limit} characters; the shop may cut it or refuse it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten it to at most {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some letters were lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier program could not write all letters of this text and put � in their place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the text again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two titles have changed places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Arabic title is in English, and the English one in Arabic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the two titles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Arabic title has no Arabic letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers who read Arabic will see “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the product's name in Arabic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The English title has Arabic letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers who read English will see “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the product's name in English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The English title is all in capitals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is harder to read, and reads as shouting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it in small letters, with a capital at the start of each word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a barcode that a scanner reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A barcode has 8, 12, 13 or 14 digits; a scale code has 3 to 6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan it again. Excel may have removed zeros at its start.</source>
        <extracomment>With a barcode scanner.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>The barcode's last digit is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last digit is worked out from the others; for this code it would be {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan it again; the expected last digit is {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is not a web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop fetches pictures from the web; “{value}” is no address there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an address that begins with https://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} stands on row {other} too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop keeps one product for each; the later row would replace the earlier one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change one of the two, or remove one of the rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row has more cells than the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {other} cells, the header has {limit}; its values may stand in the wrong columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a comma inside a text on this row, and put that text in quotation marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row has fewer cells than the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {other} cells, the header has {limit}; the missing ones count as empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that its values stand in the right columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark on this row is never closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row was read as if the mark were not there; its values may stand in the wrong columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the quotation mark, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row names no product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has neither a title nor a SKU or barcode; it may be a total or a note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out, or write what product it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “{value}” is not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name is that of something else in this file, and two cannot have one name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what this column is, or give it another header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row is a total, not a product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says “{value}” and holds nothing but sums, so it is not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do. If it is a product after all, give it a SKU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows are hidden in the file: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are read like all others; perhaps they were hidden so as not to be sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If they should not be sent, delete them in Excel and save the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula in this cell gives {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel could not work out what should stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the value itself in this cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel has lost the last digits of this code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is how Excel writes a long number in short; the digits that it left out are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the whole code again, in a column whose cells are formatted as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zeros at the start of this barcode are lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel takes them away from numbers; with them it would be {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {other}, in a column whose cells are formatted as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This entry is not a product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” stands where a product with its fields should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it from the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop wants {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop said: {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill it in and send this product again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop refused this product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it as the shop says and send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop cannot read this item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It refuses it as a whole and does not say why. The shop said: {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its SKU, barcode, name and the length of every text, then send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop does not know the store {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is wrong, or the store belongs to another retailer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare it with the store numbers that you were given, and send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No store is named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAQM keeps its items by store, and must be told for which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the stores where you name the shop, or add a column store_id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SKU is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAQM knows an item by its SKU and its store, and takes none without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The barcode is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAQM takes no item without the barcode that is scanned when it is stocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the product and write the number in this cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAQM takes at most {limit} characters, and refuses an item with more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAQM does not take this barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes 8, 12, 13 or 14 digits whose last one fits the others, an ISBN, or 3 to 6 of a scale code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the product again and write the number in this cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SKU has letters that HAQM does not take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only English letters, digits and signs of the keyboard, no Arabic letters and no ®.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the product an SKU of English letters and digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent again: a later upload has sent this product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sent later is newer, so this older upload left it alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has to be done; open the file and send it to be sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture at this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was moved or deleted, or the address is misspelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the picture's address, or put the picture back where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture cannot be fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its server cannot be reached, is too slow, or does not give the picture out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the address in a browser. If it shows the picture, look again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture lies inside a private network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only computers near it can see it; the shop and your customers cannot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the picture on the internet, and write its new address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address does not lead to a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a web page, another kind of file, or a picture that is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the address of the picture itself, as JPEG, PNG or WebP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {other} points. With less than {limit} on its longer side it looks blurred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a larger one: 800 points or more on its longer side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is very large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has more than {limit}; customers on a phone wait long for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it smaller: 1,600 points wide is enough for any shop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture shows no product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is all one colour, or its name says that it stands in for a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the address of a picture of the product, or leave the cell empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{other} products show the same picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their titles say that they are different products.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each its own picture, or leave this as it is if it is meant so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example: {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProductField</name>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was: {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProductPage</name>
    <message>
        <source>Back</source>
        <extracomment>The pictures' side, on a wide page and on a narrow one; below this width a page is narrow. What the pictures leave to the rest of their side. The products of the view that this came from. What is to be seen once all of the page has found its place.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{at} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressPane</name>
    <message>
        <source>Progress</source>
        <extracomment>A speed is told once it rests on this many seconds.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by the shop so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stayed behind: problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting the products ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping as soon as what is under way is answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>of %n item(s) settled or sent</source>
        <extracomment>Follows a large figure: 12 of 61 items have an answer or are on their way.</extracomment><translation>
            <numerusform>of %n item settled or sent</numerusform>
            <numerusform>of %n items settled or sent</numerusform>
        </translation>
    </message>
    <message>
        <source>The shop refused a list because of something in it: finding out what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending the catalogue to the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) sent</source>
        <translation>
            <numerusform>%n item sent</numerusform>
            <numerusform>%n items sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) sent</source>
        <translation>
            <numerusform>%n product sent</numerusform>
            <numerusform>%n products sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n product(s)</source>
        <translation>
            <numerusform>of %n product</numerusform>
            <numerusform>of %n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n item(s)</source>
        <translation>
            <numerusform>of %n item</numerusform>
            <numerusform>of %n items</numerusform>
        </translation>
    </message>
    <message>
        <source>The shop is reading them, about {n} a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop is reading them, and says at the end what became of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop is reading them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{trouble}. Trying again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The shop did not name all that it refused: asking about %n product(s) again</source>
        <translation>
            <numerusform>The shop did not name all that it refused: asking about %n product again</numerusform>
            <numerusform>The shop did not name all that it refused: asking about %n products again</numerusform>
        </translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last answer {time} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products being imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row accounted for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingsDialog</name>
    <message>
        <source>Which one reads right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letters of {name} can be read in more than one way. Choose the lines that you can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadyWords</name>
    <message>
        <source>{shop}: {ready} of {total} ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shop} ({items})</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message>
        <source>{products} × {stores} = {items}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{items} in {stores}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation type="unfinished">
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n store(s)</source>
        <translation>
            <numerusform>%n store</numerusform>
            <numerusform>%n stores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoveShop</name>
    <message>
        <source>Remove {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key is removed from this computer too. The shop itself is not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <extracomment>Button, opposite of Remove: the shop stays in the list.</extracomment><translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Find and replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <extracomment>Label of a choice of columns: find this, replace it with that, in these columns.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore Arabic spelling differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in the rows that are shown ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what to look for. Nothing changes before you agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what to fill the empty cells with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <comment>in so many</comment>
        <translation type="unfinished">
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n empty cell(s)</source>
        <translation>
            <numerusform>%n empty cell</numerusform>
            <numerusform>%n empty cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n cell</numerusform>
            <numerusform>%n cells</numerusform>
        </translation>
    </message>
    <message>
        <source>{cells} in {products}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}. The first {n} are listed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplacedModel</name>
    <message>
        <source>Place</source>
        <extracomment>So many cells are listed; all of them are counted and replaced. So much of a long text is shown before the part that changes, of that part, and after it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Row</source>
        <extracomment>Above the columns of the saved list of problems, in the order of problem_report.COLUMNS.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SKU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>What the shop refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save problems as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the shop's report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into the practice shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what this upload changed, and send it as it was before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stayed behind: problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known yet what reached the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) reached the shop</source>
        <translation>
            <numerusform>%n product reached the shop</numerusform>
            <numerusform>%n products reached the shop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) reached the shop</source>
        <translation>
            <numerusform>%n item reached the shop</numerusform>
            <numerusform>%n items reached the shop</numerusform>
        </translation>
    </message>
    <message>
        <source>The shop may go on with what it was sent. Ask it to see what became of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} → {shop}, {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This upload was interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{confirmed} confirmed, {checked} being checked, {left} left to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{reached}, %n not sent</source>
        <translation>
            <numerusform>{reached}, %n not sent</numerusform>
            <numerusform>{reached}, %n not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{reached}, %n left to a later upload</source>
        <translation>
            <numerusform>{reached}, %n left to a later upload</numerusform>
            <numerusform>{reached}, %n left to a later upload</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{reached}, %n refused</source>
        <translation>
            <numerusform>{reached}, %n refused</numerusform>
            <numerusform>{reached}, %n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{reached}, %n not known yet</source>
        <translation>
            <numerusform>{reached}, %n not known yet</numerusform>
            <numerusform>{reached}, %n not known yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>When it last answered, the shop had taken %n product(s).</source>
        <translation>
            <numerusform>When it last answered, the shop had taken %n product.</numerusform>
            <numerusform>When it last answered, the shop had taken %n products.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n problem(s) found.</source>
        <translation>
            <numerusform>All %n problem found.</numerusform>
            <numerusform>All %n problems found.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking or sending again is safe: the shop keeps one product for each SKU, and what a later upload has sent is left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sent} sent = {accepted} accepted + {rejected} refused + {unknown} not known · took {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended before the upload did. What was sent is written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · {n} not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · {n} unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · {changed} changed, {added} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>Button: ask the shop what it has, and send the rest of an interrupted upload.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the shop again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what to fix</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>The catalogue with your changes (Excel)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue with your changes (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own workbook, with the problems marked…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix file: only what is wrong, to be mended in Excel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of problems (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}-problems.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}-corrected.{ending}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of this workbook cannot be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy with the marks will lack what is named here. Your own file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}-marked{ending}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a new workbook: what was open cannot be written back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n coloured cell(s) have no comment, since Excel is slow with so many.</source>
        <translation>
            <numerusform>%n coloured cell have no comment, since Excel is slow with so many.</numerusform>
            <numerusform>%n coloured cells have no comment, since Excel is slow with so many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) are not listed on the sheet that explains.</source>
        <translation>
            <numerusform>%n problem are not listed on the sheet that explains.</numerusform>
            <numerusform>%n problems are not listed on the sheet that explains.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your changes have no cell of their own in it.</source>
        <translation>
            <numerusform>%n of your changes have no cell of their own in it.</numerusform>
            <numerusform>%n of your changes have no cell of their own in it.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}-report.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}-reports.zip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Say</name>
    <message>
        <source>{amount} JOD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendForReal</name>
    <message>
        <source>Send to {shop} for real?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers will see these products. Until now you sent to the practice shop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to {shop}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>Shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the catalogue for the shops that you chose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to {shop}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Send to %n shop(s)</source>
        <translation>
            <numerusform>Send to %n shop</numerusform>
            <numerusform>Send to %n shops</numerusform>
        </translation>
    </message>
    <message>
        <source>{file}: this is what will happen. Nothing has been sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This puts back what {file} changed on {date}. Nothing has been sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending to {shop}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may close this window: what was sent is written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent, being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent: the shop was changed meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{accepted} accepted, {rejected} refused, {unknown} not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>This puts back an upload to {shop}, and is for that shop alone, as it was then.</source>
        <extracomment>The uploads that were last sent from here, and the file as it was then, whose numbers their products have. Id, name and system of the shop that it was last sent to. Interrupted uploads that were told: a notice that the person closed does not come back by itself.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This shop was removed from the Shop page. Add it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upload has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent to {shop}: it was changed while others had their turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent to {shop}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s) did not come to an end the last time.</source>
        <translation type="unfinished">
            <numerusform>%n upload did not come to an end the last time.</numerusform>
            <numerusform>%n uploads did not come to an end the last time.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} to {shop}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Go on” asks the shop, and sends the rest.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me when a long upload has ended while I do something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gentle movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details for support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details hold versions, counts and the end of the log; no key and nothing of your products.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings, the record of uploads and the log. Keys are not among them: they are in the key store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HKJ Desktop {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShopForm</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name of your own, to tell your shops apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the HKJ dashboard, which shows it only once. If it is lost, rotate it and paste the new one.</source>
        <extracomment>Rotate: let the dashboard make a new key in place of the old one.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown only once, when the access key was made. If it is lost, make a new access key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where a role was assumed: it came with the access key, and ends after some hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste: {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <extracomment>What the client of a system with regions puts behind the address by itself, so that a host alone is an address. These say that something could not be found out; the others that something is wrong.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it unless {system} gave you another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {system}. It begins with https://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came with the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers from {system}, with commas between them. Every product goes to each of these stores. May be empty where the file has a column “store_id”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{system} keeps one name for a product.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{secret}, for a role that was assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept safe for you; this program does not need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the account that {system} connected when you joined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking {system}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{system} needs all of these: {list}. Paste them and save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed works. It is kept once you save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the store numbers are right shows when you send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n store(s)</source>
        <translation>
            <numerusform>%n store</numerusform>
            <numerusform>%n stores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n store(s): put commas between them</source>
        <translation>
            <numerusform>%n store: put commas between them</numerusform>
            <numerusform>%n stores: put commas between them</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be tested without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the address that {system} gave you nothing can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced: address of the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key works. Checked a moment ago.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShopLens</name>
    <message>
        <source>For:</source>
        <extracomment>Letters of all names together, so that the bar beside them keeps its place in a narrow window.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is wrong for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>Shops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores that live on this computer. They take your products as {system} does, one item for each SKU and store, and refuse mistakes as the real ones do. They need no key and no internet, and no customer ever sees them. Your products go into the store {stores}, unless your file has a column “store_id”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <extracomment>Mark beside the shop that the next sending goes to.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>gets it too</source>
        <extracomment>Mark beside a second shop that each sending goes to as well.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>{system} · no key needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{system} · key works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{system} · wrong key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{system} · switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{system} · no key yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{system} · key store closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{system} · wrong region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{system} · wrong address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{system} · wrong clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{system} · token ran out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{system} · not let in</source>
        <extracomment>The key is right, but its owner has not been admitted by HAQM.</extracomment><translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys stay in this computer's own key store. They are never written into a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shop that lives on this computer. It takes catalogues and refuses mistakes as the real one does, needs no key and no internet, and no customer ever sees it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into the practice shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New shop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShopperCard</name>
    <message>
        <source>As a shopper sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n variant</numerusform>
            <numerusform>%n variants</numerusform>
        </translation>
    </message>
    <message>
        <source>No price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock is not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} in stock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the keys do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what is selected in a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste into the table, from Excel too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the selected cells with the one on top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the selected cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the cell, or double-click it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the list of problems: show the product in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the search field, or close a dialog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to the next field or button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go through the steps, a table, or a few choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Single</name>
    <message>
        <source>HKJ Desktop is open already, but does not answer: close it or end it, and start it again.</source>
        <extracomment>How long a window that took the connection has for its answer before it is said to hang, in milliseconds. How long a window that is just opening or closing is waited for; closing takes up to ``app.PATIENCE``.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>Our check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateChart</name>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>and {shop}</source>
        <extracomment>Stands below the name of the shop in use: what is sent goes to both.</extracomment><translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n other shop(s)</source>
        <translation>
            <numerusform>and %n other shop</numerusform>
            <numerusform>and %n other shops</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are practising. The practice shop lives on this computer; no customer will see these products.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are practising, but {shop} gets the catalogue too: customers will see it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s) did not come to an end</source>
        <translation>
            <numerusform>%n upload did not come to an end</numerusform>
            <numerusform>%n uploads did not come to an end</numerusform>
        </translation>
    </message>
    <message>
        <source>sending, {n} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last upload did not come to a good end</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>**%n product(s)** ready to be sent.</source>
        <translation>
            <numerusform>**%n product** ready to be sent.</numerusform>
            <numerusform>**%n products** ready to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a problem will stay behind.</source>
        <translation type="unfinished">
            <numerusform>%n with a problem will stay behind.</numerusform>
            <numerusform>%n with a problem will stay behind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>**%n** for {shop}</source>
        <extracomment>Follows “53 products ready for A” in a list; keep the two ** around the number.</extracomment><translation>
            <numerusform>**%n** for {shop}</numerusform>
            <numerusform>**%n** for {shop}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>**%n product(s)** ready for {shop}</source>
        <translation>
            <numerusform>**%n product** ready for {shop}</numerusform>
            <numerusform>**%n products** ready for {shop}</numerusform>
        </translation>
    </message>
    <message>
        <source>{list}, {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n with a problem</source>
        <translation type="unfinished">
            <numerusform>%n with a problem</numerusform>
            <numerusform>%n with a problem</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StockChart</name>
    <message>
        <source>Sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableEditing</name>
    <message>
        <source>Copy</source>
        <extracomment>More cells than this are not shown before they are checked; they come a moment later. More cells than this are worked out in a task. A text that is longer is cut into cells in a task.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableModel</name>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was: {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariantModel</name>
    <message>
        <source>Row</source>
        <extracomment>So many rows are seen before the table scrolls by itself.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariantTable</name>
    <message>
        <source>Variants</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put your products into your shop: drop in your list, fix what needs fixing, and send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel, CSV, or a file from your old shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every product checked before it is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent in the background, every row accounted for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect my shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure yet?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A practice shop lives on this computer. It needs no account, and no customer sees it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have a shop at HKJ or HAQM?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have its key at hand. It stays in this computer's own key store.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbook</name>
    <message>
        <source>This kind of workbook cannot be written back. You get a new one with its products, without its colours, formulas and other sheets.</source>
        <extracomment>What a workbook loses when it is saved with marks (resources/workbook.toml), said before it is saved. Each stands behind "Not kept:" or a bullet.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes, text boxes, arrows, WordArt and SmartArt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fine look of charts: they stay, but fonts, effects and boxes drawn into them may change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts of newer kinds, such as waterfall, histogram, map and treemap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings that are no photos (EMF and WMF); photos stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shadows, icons drawn as lines, and links behind pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The background picture of a sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures in the page header or footer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that lie inside a cell, and linked data such as stocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formulas that fill further cells by themselves: they fill those that they fill now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small charts inside cells (sparklines)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours by a rule of newer kinds, such as data bars and icons with a rule from another sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop-down lists that take their entries from another sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slicers and timelines (buttons that filter); what they filter stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buttons, check boxes and other controls in a sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents of other programs that lie in a sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers to comments: a conversation becomes one note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size, colours and bold letters of notes; their words stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digital signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links to data outside (queries, connections): the cells stay as they are now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden data of other programs, such as sensitivity labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add-ins inside the workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macro sheets and dialogs of old Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of who changed what in a shared workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranges of a protected sheet that some people may change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green corners that you told Excel to hide come back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of a sheet that were saved under a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wish to open the workbook for reading only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macros: save it as .xlsm to keep them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buttons that the workbook adds to Excel's ribbon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HKJ marks</source>
        <extracomment>The sheet that explains (files/annotate_sheet.py), and the comments. None is a usual header of a catalogue, so that the sheet is never taken for one (tests/unit/files/test_annotate.py).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is marked in this workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked by HKJ Desktop on the sheet “{sheet}”. Your own file is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by HKJ Desktop from “{name}”, which is no Excel workbook that can be written back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be fixed: the shop does not take the product as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a look: the product can be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by you in HKJ Desktop; the comment says what stood there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a coloured cell to read what is wrong. Fix it, save the workbook, and open it in HKJ Desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {count} more, which are not listed here. Their cells are coloured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first {limit} marked cells have a comment, since Excel is slow with more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that you left out in HKJ Desktop ({count}); they still stand here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes that have no cell of their own in this workbook ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Large</name>
    <message>
        <source>No picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
