"""Every Dutch sentence of the interface, and Dutch numbers and dates.

Words about one indicator (its name, question, source) are in the catalogue, not here.
Reading level B1: short, active sentences of at most 20 words.
"""

from wijzer.texts.account import *
from wijzer.texts.along import *
from wijzer.texts.api import *
from wijzer.texts.beside import *
from wijzer.texts.choices import *
from wijzer.texts.comparing import *
from wijzer.texts.cooperation import *
from wijzer.texts.entry import *
from wijzer.texts.escape import *
from wijzer.texts.events import *
from wijzer.texts.everyone import *
from wijzer.texts.factsheet import *
from wijzer.texts.focus import *
from wijzer.texts.healthier import *
from wijzer.texts.importing import *
from wijzer.texts.learning import *
from wijzer.texts.learning_guide import *
from wijzer.texts.made import *
from wijzer.texts.monitor import *
from wijzer.texts.numbers import *
from wijzer.texts.plan import *
from wijzer.texts.presenting import *
from wijzer.texts.reach import *
from wijzer.texts.reading import *
from wijzer.texts.screen import *
from wijzer.texts.sentences import *
from wijzer.texts.slides import *
from wijzer.texts.themes import *
from wijzer.texts.tiling import *
from wijzer.texts.voting import *
from wijzer.texts.words import *
