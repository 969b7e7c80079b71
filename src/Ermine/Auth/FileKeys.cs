namespace Ermine.Auth;

/// <summary>Keys in a file, which is read again when it has been written.</summary>
internal sealed class FileKeys(string path) : KeySource
{
    private DateTime _written;

    public override string Place => path;

    public override bool HasChanged => File.GetLastWriteTimeUtc(path) != _written;

    public override async Task<IReadOnlyList<SigningKey>> ReadAsync(CancellationToken ct)
    {
        var written = File.GetLastWriteTimeUtc(path);
        var keys = KeySet.Read(await File.ReadAllTextAsync(path, ct), isPublic: false);
        _written = written; // not before: half a file is read again
        return keys;
    }
}
