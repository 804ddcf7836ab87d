import type { Attr, Document, Element } from '@xmldom/xmldom';

export const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const ID_NAMES = ['Id', 'ID', 'id'];
/** Transforms that take nothing away but signatures, spaces of markup and comments; a filter by path may take away anything. */
const PLAIN_TRANSFORMS = new Set([
  `${DSIG}enveloped-signature`,
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments',
  'http://www.w3.org/2006/12/xml-c14n11',
  'http://www.w3.org/2001/10/xml-exc-c14n#',
  'http://www.w3.org/2001/10/xml-exc-c14n#WithComments',
]);

/** The references of a signature's own SignedInfo. */
export function listReferences(signature: Element): Element[] {
  const info = childrenOf(signature).filter((child) => child.localName === 'SignedInfo' && child.namespaceURI === DSIG);
  return info.flatMap(childrenOf).filter((child) => child.localName === 'Reference' && child.namespaceURI === DSIG);
}

/** Two elements of one Id: what was checked and what is read may be two things (signature wrapping). */
export function hasRepeatedId(document: Document): boolean {
  const seen = new Set<string>();
  for (const element of document.getElementsByTagName('*')) {
    const ids = new Set(ID_NAMES.map((name) => element.getAttribute(name)).filter((id) => id !== null));
    for (const id of ids) {
      if (seen.has(id)) return true;
      seen.add(id);
    }
  }
  return false;
}

/**
 * Whether every element, attribute and text outside of the signatures is signed by one of them: `URI=""` signs all, `#id` an element
 * with all that is in it.
 */
export function coversDocument({ documentElement: root }: Document, signatures: readonly Element[]): boolean {
  if (root === null) return false;
  const references = signatures.flatMap(listReferences).filter(isPlain);
  const uris = new Set(references.map((reference) => reference.getAttribute('URI') ?? ''));
  if (uris.has('')) return true;
  const isCovered = (element: Element): boolean => {
    if (ID_NAMES.some((name) => uris.has(`#${element.getAttribute(name) ?? ''}`) && element.hasAttribute(name))) return true;
    if (signatures.some((signature) => signature === element)) return true;
    const children = childrenOf(element);
    return !hasOwnText(element) && !hasOwnAttribute(element) && children.length > 0 && children.every(isCovered);
  };
  return isCovered(root);
}

function isPlain(reference: Element): boolean {
  const transforms = childrenOf(reference)
    .filter(({ localName }) => localName === 'Transforms')
    .flatMap(childrenOf);
  return transforms.every((transform) => PLAIN_TRANSFORMS.has(transform.getAttribute('Algorithm') ?? ''));
}

const childrenOf = (node: Element): Element[] => [...node.childNodes].filter((child): child is Element => child.nodeType === 1);

const hasOwnText = (element: Element): boolean =>
  [...element.childNodes].some(
    ({ nodeType, nodeValue }) => (nodeType === 3 || nodeType === 4) && (nodeValue ?? '').trim() !== '',
  );

const hasOwnAttribute = (element: Element): boolean =>
  [...(element.attributes as Iterable<Attr>)].some(
    ({ namespaceURI, name }) => namespaceURI !== XMLNS && !ID_NAMES.includes(name),
  );
