"""What people take along: one content, one set of numbers, in files of many forms.

A `Tile` (content.py) holds one picture with its sentence, table and facts, as published. Every file
is made from tiles, so that no two forms can disagree.
"""
