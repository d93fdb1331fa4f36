"""What a catalogue is: fields, table, mapping, cleaning, products, rules, problems. No Qt, no network."""
