/** Attributes as they are documented, by the name of their class. */
const documented = new Map();

/**
 * What an `@attr` says of an attribute's type and default is what a page may write; the analyzer replaces it by the type
 * and default of the property that reads the attribute.
 */
const documentedAttributes = {
  name: 'documented-attributes',
  analyzePhase({ ts, node }) {
    if (node.kind !== ts.SyntaxKind.ClassDeclaration) return;
    const attributes = new Map();
    for (const tag of node.jsDoc?.flatMap(({ tags = [] }) => [...tags]) ?? []) {
      const [, type, name, defaultValue] =
        /^@attr \{([^}]+)\} \[?([\w-]+)(?:=([^\]]*)\])?/.exec(tag.getText()) ?? [];
      if (name) attributes.set(name, { type: type.split('|').join(' | '), defaultValue });
    }
    documented.set(node.name?.getText(), attributes);
  },
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules)
      for (const declaration of declarations)
        for (const attribute of declaration.attributes ?? []) {
          const { type, defaultValue } = documented.get(declaration.name)?.get(attribute.name) ?? {};
          if (!type) continue;
          attribute.type = { text: type };
          if (defaultValue === undefined) delete attribute.default;
          else attribute.default = defaultValue;
        }
  },
};

export default { plugins: [documentedAttributes] };
