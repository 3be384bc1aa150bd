#!/bin/bash
# Runs once, when the image makes a new database: the account that the dashboards read with.
set -euo pipefail

if [[ ! ${VIEWER_PASSWORD} =~ ^[A-Za-z0-9_-]+$ ]]; then
  echo "VIEWER_PASSWORD: expected letters, digits, _ and - only" >&2
  exit 1
fi

mysql --protocol=socket -uroot -p"${MYSQL_ROOT_PASSWORD}" <<SQL
CREATE USER IF NOT EXISTS 'viewer'@'%' IDENTIFIED BY '${VIEWER_PASSWORD}';
GRANT SELECT, SHOW VIEW ON \`${MYSQL_DATABASE}\`.* TO 'viewer'@'%';
SQL
