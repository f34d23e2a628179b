"""Account: can I trust this?"""

from wijzer.ui import access_part, account_page

account_page.opening()
account_page.reading()
account_page.methods()
account_page.limits()
account_page.sources()
account_page.definitions()
account_page.abbreviations()
account_page.privacy()
access_part.show()
