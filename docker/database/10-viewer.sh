#!/bin/bash
# Runs once, when the image makes a new database: the account that Grafana reads with. SELECT and nothing
# else: whoever sees a dashboard can send any query.
set -euo pipefail

if [[ ! ${VIEWER_PASSWORD} =~ ^[A-Za-z0-9_-]+$ ]]; then
  echo "VIEWER_PASSWORD: expected letters, digits, _ and - only" >&2
  exit 1
fi

mysql --protocol=socket -uroot -p"${MYSQL_ROOT_PASSWORD}" <<SQL
CREATE USER IF NOT EXISTS 'viewer'@'%' IDENTIFIED BY '${VIEWER_PASSWORD}';
GRANT SELECT ON \`${MYSQL_DATABASE}\`.* TO 'viewer'@'%';
SQL
