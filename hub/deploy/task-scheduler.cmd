@rem Windows Task Scheduler: chay tram thu tin moi 15 phut, ca khi khong ai dang nhap.
@rem Sua bon duong dan, roi chay tep nay mot lan bang quyen quan tri (Run as administrator).
@rem Runs the hub every 15 minutes, also when nobody is logged in: change the four paths, then run this file once as administrator.
schtasks /Create /F /RU SYSTEM /TN "tct-hub" /SC MINUTE /MO 15 /TR "\"C:\Program Files\nodejs\node.exe\" C:\tct-hub\tct-hub.js --config C:\tct-hub\cluster.jsonc --out C:\inetpub\tct-hub --state C:\tct-hub\state"
@if errorlevel 1 pause
