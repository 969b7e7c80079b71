namespace Ermine.Http;

/// <summary>A type's own <c>TryParse</c>, by which a text of a request becomes its value.</summary>
public delegate bool TextParser<T>(string text, out T? value);
