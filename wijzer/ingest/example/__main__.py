"""`python -m wijzer.ingest.example`: write the example data of the monitor anew."""

from wijzer.ingest.example.make import FOLDER, write

write(FOLDER)
