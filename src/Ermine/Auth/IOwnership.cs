namespace Ermine.Auth;

/// <summary>Asks whether what a function has loaded belongs to its caller. Inject it.</summary>
public interface IOwnership
{
    /// <summary>The caller's subject, to give to what a function makes: <c>new Order { Customer = ownership.Subject }</c>.</summary>
    /// <exception cref="InvalidOperationException">The caller is unknown.</exception>
    string Subject { get; }

    /// <summary>Whether it belongs to the caller. It counts as asked only where the answer is yes.</summary>
    bool Has(IOwned loaded);

    /// <summary>Answers what was loaded, if it is there and belongs to the caller; otherwise the request ends with 404, and nothing is committed.</summary>
    /// <exception cref="Microsoft.AspNetCore.Http.BadHttpRequestException">It is not there, or somebody else's.</exception>
    T Require<T>(T? loaded) where T : class, IOwned;
}
