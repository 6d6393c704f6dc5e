#!/bin/sh
# Thu tin rồi đồng bộ lên kho đối tượng sau một CDN (S3, R2, …). Trước đó: rclone config, đặt tên kho là "kho".
# Trên kho: bật CORS cho mọi nguồn (GET, HEAD), và cho CDN nén: các tệp .br, .gz không được đưa lên.
# Collects, then syncs to an object store behind a CDN, which compresses by itself; allow CORS for all origins there.
set -eu
out=/var/lib/tct-hub/out
to=kho:tct-hub
# 1: có nguồn đang lỗi, các nguồn khác vẫn được xuất bản.
node /opt/tct-hub/tct-hub.js --config /etc/tct-hub/cluster.jsonc --out "$out" || [ $? -eq 1 ]
set -f
# Ảnh, trang lưu trữ và tệp có mã băm trong tên trước, rồi đến những tệp trỏ tới chúng; sau cùng mới xoá tệp cũ.
hex='[0-9a-f][0-9a-f][0-9a-f][0-9a-f]'
rclone copy "$out" "$to" --size-only --include /images/** --header-upload "Cache-Control: public, max-age=2592000, immutable"
rclone copy "$out" "$to" --checksum --include *-[0-9]*.json --header-upload "Cache-Control: public, max-age=3600"
rclone copy "$out" "$to" --checksum --filter "- *.br" --filter "- *.gz" --filter "+ tct-$hex$hex-*.js" --filter "+ /docs/assets/**" --filter "- *" --header-upload "Cache-Control: public, max-age=31536000, immutable"
rclone sync "$out" "$to" --checksum --delete-after --exclude *.br --exclude *.gz --exclude *.tmp --header-upload "Cache-Control: public, max-age=60"
