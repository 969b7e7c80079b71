namespace Ermine.Benchmarks.Http.Rest;

/// <summary>An app that is measured.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Words">The words that start it.</param>
internal sealed record RestSubject(string Name, IReadOnlyList<string> Words)
{
    /// <summary>The folder of the program, where it also runs.</summary>
    public string Folder => Path.GetDirectoryName(Words[^1])!;
}
