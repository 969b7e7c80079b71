namespace Ermine.Generator.Memo;

/// <summary>A name without regard to case, in which names of files are not told apart. Looked up after every edit, so it keeps its hash code.</summary>
internal readonly struct Name(string text) : IEquatable<Name>
{
    private readonly int _hash = StringComparer.OrdinalIgnoreCase.GetHashCode(text);

    public string Text => text;

    public bool Equals(Name other) => _hash == other._hash && string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is Name other && Equals(other);

    public override int GetHashCode() => _hash;
}
