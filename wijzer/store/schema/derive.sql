-- Run after figures.sql and the insertion of its tables, inside the figures file.

INSERT INTO spread
SELECT a.municipality, m.indicator, m.year, m.tbl,
       count(*), min(m.value), quantile_cont(m.value, 0.25), median(m.value),
       quantile_cont(m.value, 0.75), max(m.value), avg(m.value), stddev_pop(m.value)
FROM measurement m
JOIN area a ON a.code = m.area AND a.level = 'wijk'
WHERE m.value IS NOT NULL AND (m.n IS NULL OR m.n >= 30)  -- stats.suppression.MIN_RESPONDENTS
GROUP BY ALL
HAVING count(*) >= 5
ORDER BY ALL;

INSERT INTO comparison
SELECT m.*, g.value, c.value, g.n, s.* EXCLUDE (municipality, indicator, year, tbl),
       -- The newest year that can be compared, else with a value, else at all: see store.figures.
       row_number() OVER (
           PARTITION BY m.area, m.indicator
           ORDER BY m.value IS NULL, m.value IS NULL OR g.value IS NULL, m.year DESC
       ) = 1
FROM measurement m
JOIN area a ON a.code = m.area
LEFT JOIN measurement g
    ON g.area = a.municipality AND g.area <> m.area
    AND g.indicator = m.indicator AND g.year = m.year AND g.tbl = m.tbl
LEFT JOIN area n ON n.level = 'country'
LEFT JOIN measurement c
    ON c.area = n.code AND c.area <> m.area
    AND c.indicator = m.indicator AND c.year = m.year AND c.tbl = m.tbl
LEFT JOIN spread s
    ON s.municipality = a.municipality
    AND s.indicator = m.indicator AND s.year = m.year AND s.tbl = m.tbl
ORDER BY m.area, m.indicator, m.year;
