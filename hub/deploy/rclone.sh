#!/bin/sh
# Thu tin rồi đồng bộ lên kho đối tượng sau một CDN (S3, R2, …). Trước đó: rclone config, đặt tên kho là "kho".
# Collects, then syncs to an object store behind a CDN. The .br and .gz files stay at home: a CDN compresses by itself.
set -eu
out=/var/lib/tct-hub/out
node /opt/tct-hub/tct-hub.js --config /etc/tct-hub/cluster.jsonc --out "$out" || [ $? -eq 1 ]
set -f
common="--checksum --exclude *.br --exclude *.gz --exclude *.tmp"
# Trang lưu trữ trước, rồi đến những tệp trỏ tới chúng.
rclone copy "$out" kho:tct-hub --checksum --include "*-[0-9]*.json" --header-upload "Cache-Control: public, max-age=3600"
rclone sync "$out" kho:tct-hub $common --header-upload "Cache-Control: public, max-age=60"
