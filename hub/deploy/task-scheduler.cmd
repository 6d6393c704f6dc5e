@rem Windows Task Scheduler: chay tram thu tin moi 15 phut. Sua ba duong dan roi chay tep nay mot lan.
@rem Runs the hub every 15 minutes: change the three paths, then run this file once.
schtasks /Create /F /TN "tct-hub" /SC MINUTE /MO 15 /TR "\"C:\Program Files\nodejs\node.exe\" \"C:\tct-hub\tct-hub.js\" --config \"C:\tct-hub\cluster.jsonc\" --out \"C:\inetpub\tct-hub\" --state \"C:\tct-hub\state\""
