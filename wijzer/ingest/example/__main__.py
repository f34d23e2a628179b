"""`python -m wijzer.ingest.example`: write the example data of the monitor anew."""

from wijzer.ingest.example.make import FOLDER, write

if __name__ == "__main__":
    write(FOLDER)
