namespace Ermine.Generator.Tests.Runs;

/// <summary>A file of code that a test compiles.</summary>
internal sealed record SourceFile(string Path, string Text);
