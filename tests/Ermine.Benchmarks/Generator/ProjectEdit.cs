namespace Ermine.Benchmarks.Generator;

/// <summary>One kind of edit.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="Outputs">Generated files that it makes anew.</param>
/// <param name="File">The path and the text of the file after the n-th edit of this kind.</param>
internal sealed record ProjectEdit(string Name, int Outputs, Func<int, (string Path, string Text)> File);
