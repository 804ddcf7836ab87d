/** One name in the spellings that code wants: `parcel-tracker` → `parcelTracker`, `ParcelTracker`, `parcel_tracker`. */
export function toNames(name) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Error(`"${name}" is no name in lower case with dashes, like parcel-tracker`);
  const words = name.split('-');
  const pascal = words.map((word) => word[0].toUpperCase() + word.slice(1)).join('');
  return { name, pascal, camel: pascal[0].toLowerCase() + pascal.slice(1), snake: words.join('_'), words: words.join(' ') };
}

/** What the file and the class of a migration begin and end with; epoch milliseconds. */
export const toMigrationTime = (time) => String(time ?? Date.now());
