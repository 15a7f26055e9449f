-- The columns of `gridvisit export visits`, as the sqlite3 shell can give them.
SELECT h.code AS household, w.code AS worker, date(v.day * 86400, 'unixepoch') AS day,
  CASE v.mode WHEN 0 THEN 'door' WHEN 4 THEN 'phone' ELSE 'other' END AS mode,
  CASE v.outcome WHEN 0 THEN 'met' ELSE 'other' END AS outcome,
  CASE WHEN v.minute IS NOT NULL THEN printf('%02d:%02d', v.minute / 60, v.minute % 60) END AS time,
  n.text AS note, v.id AS visit,
  strftime('%Y-%m-%dT%H:%M:%SZ', v.recorded_at, 'unixepoch') AS recorded_at,
  CASE WHEN x.at IS NOT NULL THEN strftime('%Y-%m-%dT%H:%M:%SZ', x.at, 'unixepoch') END
    AS voided_at,
  x.reason AS void_reason, v.replaces
FROM visit v JOIN household h ON h.id = v.household JOIN worker w ON w.id = v.worker
LEFT JOIN visit_note n ON n.visit = v.id LEFT JOIN visit_void x ON x.visit = v.id
ORDER BY v.id;
