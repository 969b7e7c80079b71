namespace Ermine.Generator.Model;

/// <summary>An argument of a call.</summary>
/// <param name="Name">Its name, escaped where it is a keyword.</param>
/// <param name="Type">Its type, with its annotation.</param>
/// <param name="Default">Its default; empty where it must be given.</param>
internal sealed record CallParameter(string Name, string Type, string Default);
