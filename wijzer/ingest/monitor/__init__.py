"""The way in for what a monitor counts and asks: workbooks and CSV files by a template per subject.

`workbook` reads cells, `sheet` makes rows of them, `resolve` finds what they refer to, `checks`
looks at rows together, and `intake` does all of it and hands it to `store.imports`.
"""
