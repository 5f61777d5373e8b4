// Every code a person can meet, once. docs/errors/ has a page for each; a test holds the two lists together.
// A code keeps its meaning for ever: retire, never reuse.

export const codes = {
  // text and YAML
  E101: 'the file is not valid YAML',
  E102: 'the file is too large, too deep or repeats itself too much',
  E103: 'an unknown key',
  E104: 'a value of the wrong shape',
  E105: 'a required key is missing',
  E106: 'a key stands twice',
  E107: 'a name that cannot be used',
  E108: 'the file cannot be read',
  // formulas
  E201: 'the formula does not parse',
  E202: 'the formula is too long or too deep',
  E203: 'a number cannot be read',
  E204: 'an unknown function',
  E205: 'a function got the wrong arguments',
  // units
  E301: 'units do not fit together',
  E302: 'an unknown unit',
  E303: 'a number is needed where a condition stands, or the reverse',
  E304: 'two currencies meet without an exchange rate',
  E305: 'a month meets hours or days without a calendar factor',
  E306: 'a power must be a small whole number',
  E307: 'a unit is declared twice or cannot be declared',
  // names and structure
  E401: 'an unknown name',
  E402: 'a formula needs itself',
  E403: 'an unknown axis',
  E404: 'an unknown point of an axis',
  E405: '`at` stands on something that no axis changes',
  E406: 'an override names nothing that exists',
  E407: 'two things share a name',
  E408: 'an option extends itself',
  E409: '`base` stands where nothing is replaced',
  // catalog and prices
  E501: 'an unknown vendor, product or plan',
  E502: 'no price holds on that day',
  E503: 'a rate card does not fit together',
  E504: 'a quantity does not fit the price',
  E505: 'an item has no price',
  E506: 'an attribute that the product does not have',
  // evaluation
  E601: 'the grid is too large',
  E602: 'an uncertain number cannot be drawn',
  E603: 'numbers cannot correlate like this',
  // command line
  E701: 'an unknown option or value',
  E702: 'a file cannot be written',
  E703: 'the page cannot be served there',
  // editing
  E704: 'an edit cannot be made',
  // findings
  F801: 'an expectation does not hold',
  F802: 'a disputed figure has changed',
  F803: 'a limit does not hold',
  F804: 'a budget is exceeded',
  // warnings
  W901: 'a price is stale',
} as const;

export type Code = keyof typeof codes;
