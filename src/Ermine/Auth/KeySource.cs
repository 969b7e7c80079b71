namespace Ermine.Auth;

/// <summary>Where the keys of an issuer come from.</summary>
internal abstract class KeySource
{
    /// <summary>The place, for a line in the log.</summary>
    public abstract string Place { get; }

    /// <summary>Whether it is known to hold other keys than were read last.</summary>
    public virtual bool HasChanged => false;

    /// <summary>Reads the keys.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    /// <exception cref="HttpRequestException">They cannot be fetched.</exception>
    /// <exception cref="InvalidDataException">What is there is no set of keys.</exception>
    public abstract Task<IReadOnlyList<SigningKey>> ReadAsync(CancellationToken ct);

    /// <summary>The source that an issuer's settings name.</summary>
    public static KeySource Of(IssuerSettings settings, string contentRoot) => settings switch
    {
        { Authority: { } authority } => new AuthorityKeys(authority, settings.Issuer),
        { JwksFile: { } file } => new FileKeys(Path.Combine(contentRoot, file)),
        _ => new GivenKeys(settings.Keys),
    };
}
