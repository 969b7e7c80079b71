namespace Ermine.Http;

/// <summary>A type's own <c>TryParse</c> that is told the culture, by which a text of a request becomes its value.</summary>
public delegate bool CultureTextParser<T>(string text, IFormatProvider provider, out T? value);
