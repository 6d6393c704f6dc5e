/** Pieces of hostile pages. Each that runs would set `pwned`, ask for `/pwned`, or lead there. */
export const HOSTILE: Record<string, string> = {
  'a script': '<script>pwned=1</script><script src=/pwned.js></script><script type=module>pwned=1</script>',
  'a script in odd case': '<ScRiPt\n>pwned=1</sCrIpT\t>',
  'half a script': '<scr<script>ipt>pwned=1</scr</script>ipt>',
  'event attributes':
    '<img src=x onerror=pwned=1><body onload=pwned=1><p OnMouseOver="pwned=1" onclick=pwned=1>x',
  'an event attribute after a slash': '<img/src=x/onerror=pwned=1><svg/onload=pwned=1>',
  'an attribute with a quote in it': `<p title='"><script>pwned=1</script>'>x</p><p class="a&quot;onclick=&quot;pwned=1">x</p>`,
  'a backtick': '<img alt="``onerror=pwned=1" src=`x`>',
  'addresses of scripts': `<a href="javascript:pwned=1">x</a><a href="&#106;ava\tscript:pwned=1">x</a><a href="data:text/html,<script>pwned=1</script>">x</a><img src="javascript:pwned=1">`,
  frames: `<iframe src="/pwned"></iframe><iframe srcdoc="<script>parent.pwned=1</script>"></iframe><iframe src="javascript:parent.pwned=1"></iframe>`,
  objects:
    '<object data=/pwned></object><embed src=/pwned.swf><applet code=pwned></applet><object type=text/html data=/pwned><img src=/pwned></object>',
  'a refresh':
    '<meta http-equiv=refresh content="0;url=/pwned"><meta http-equiv="Set-Cookie" content="a=b"><meta http-equiv="Content-Security-Policy" content="default-src *">',
  'a base': '<base href="http://evil.example/" target=_top><a href=/pwned target=_top>x</a>',
  forms:
    '<form action=/pwned method=post target=_top name=querySelector><input name=children autofocus onfocus=pwned=1><input type=submit formaction=/pwned><button form=f formaction=/pwned>x</button><input type=image src=/pwned></form><isindex action=/pwned>',
  'clobbering names':
    '<img name=elementFromPoint id=elementFromPoint><a id=x name=defaultView></a><object id=body></object>',
  SVG: '<svg><script>pwned=1</script><use href="/pwned#x"/><image href=/pwned /><a xlink:href="javascript:pwned=1"><text>x</text></a><animate attributeName=href values="javascript:pwned=1"/><set attributeName=onload to=pwned=1 /></svg>',
  'HTML in SVG':
    '<svg><foreignObject><iframe srcdoc="<script>pwned=1</script>"></iframe><body onload=pwned=1></foreignObject><style><img src=x onerror=pwned=1></style></svg>',
  MathML:
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=pwned=1&gt;"></mglyph></table></mtext><maction actiontype=statusline xlink:href=javascript:pwned=1>x</maction></math>',
  noscript: '<noscript><p title="</noscript><img src=x onerror=pwned=1>"></noscript>',
  'a comment':
    '<!--><script>pwned=1</script>--><!-- --!><img src=x onerror=pwned=1> --><![CDATA[<script>pwned=1</script>]]>',
  'raw texts':
    '<textarea></textarea><script>pwned=1</script><title></title><img src=x onerror=pwned=1><xmp></xmp><img src=x onerror=pwned=1><noembed></noembed><img src=x onerror=pwned=1><plaintext><img src=x onerror=pwned=1>',
  'a textarea':
    '<textarea><img src=x onerror=pwned=1>&lt;/textarea&gt;&lt;script&gt;pwned=1&lt;/script&gt;</textarea>',
  'a style':
    '<style>a::after{content:"</style><script>pwned=1</script>"}</style><style><!--</style><img src=x onerror=pwned=1>--></style>',
  'escapes in a style': String.raw`<style>a{content:"\3c/style\3e\3cscript\3epwned=1"}\3c/style{x:y}b{background:u\72l(/pwned1)}c{background:\000075rl("/pwned2")}@\69mport "/pwned3";d{width:e\78pression(pwned=1)}</style>`,
  'what a style loads': `<style>@import url(//evil.example/pwned.css);@import'/pwned4.css'screen;@font-face{font-family:x;src:url(/pwned.woff)}a{background:image-set("/pwned5" 1x);cursor:url(/pwned6),auto;filter:url(/pwned7#x);background:src("/pwned8");-webkit-mask:url(/pwned9);list-style:url( '/pwned10' )}@namespace url(/pwned11);@document url(x){a{color:red}}</style>`,
  'behaviour of a style': `<p style="behavior:url(/pwned);-moz-binding:url(/pwned#x);width:expression(pwned=1);background:url(javascript:pwned=1);position:fixed;top:0">x</p><div style="pos\\69tion:fi\\78ed;inset:0;z-index:99999">x</div><div style="--p:fixed;position:var(--p)">x</div>`,
  'a style that is not closed': '<style>a{background:url("/pwned',
  'comments in a style':
    '<style>a{position:/**/fixed;background:url/**/(/pwned);}/*</style><script>pwned=1</script>',
  'broken nesting':
    '<table><a href=javascript:pwned=1><tr><td><form><div><p><b><table><script>pwned=1</script><a><a><select><option><script>pwned=1</script><img src=x onerror=pwned=1></select></b>',
  'a select':
    '<select><template><script>pwned=1</script></template><img src=x onerror=pwned=1><option onclick=pwned=1 selected>x</select><select autofocus onfocus=pwned=1>',
  'a shadow root':
    '<div><template shadowrootmode=open><script>pwned=1</script><slot></slot></template></div>',
  media:
    '<video src=/pwned poster=/pwned autoplay onplay=pwned=1><source src=/pwned onerror=pwned=1></video><audio src=/pwned autoplay></audio><picture><source srcset=/pwned></picture><img src=x srcset="/pwned 2x" crossorigin longdesc=/pwned usemap=#m lowsrc=/pwned dynsrc=/pwned ping=/pwned>',
  'links of the head':
    '<link rel=import href=/pwned><link rel=prefetch href=/pwned><link rel=manifest href=/pwned><link rel=icon href=/pwned><link rel="stylesheet" href="javascript:pwned=1"><link rel=stylesheet href="data:text/css,*{color:red}"><link rel=dns-prefetch href=//evil.example>',
  customs:
    '<x-pwned is=x onclick=pwned=1><marquee onstart=pwned=1>x</marquee><details open ontoggle=pwned=1><summary>x</summary>x</details><dialog open><p popover contenteditable draggable=true accesskey=x tabindex=1 autofocus>x</dialog><keygen autofocus onfocus=pwned=1><image src=x onerror=pwned=1>',
  'zeros and controls':
    '<scr\0ipt>pwned=1</scr\0ipt><img src=x on\0error=pwned=1><p class="\0\x01\x1b">\0</p><a href="\x01javascript:pwned=1">x</a>',
  'names of objects':
    '<constructor><__proto__ onclick=pwned=1 constructor=x toString=y __proto__=z hasOwnProperty=1></__proto__>',
  'a frameset':
    '<frameset onload=pwned=1><frame src=/pwned><noframes><script>pwned=1</script></noframes></frameset>',
};
