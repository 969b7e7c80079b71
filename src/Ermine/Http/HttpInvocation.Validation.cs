using Ermine.Kernel;

namespace Ermine.Http;

public sealed partial class HttpInvocation
{
    private ValidationErrors? _validation;

    /// <summary>What is wrong with values that could be read. Generated code checks them before it asks <see cref="IsBad"/>.</summary>
    public ValidationErrors Validation => (_validation ??= new ValidationErrors()).Begin(this, _endpoint.BodyJson);

    // What could not be read was told already, and what stands in its place says nothing.
    private void AddInvalid()
    {
        if (_validation is not { Count: > 0 }) return;

        HashSet<string> unread = [.. _errors?.Keys ?? Enumerable.Empty<string>()];
        var isBodyUnread = unread.Any(IsOfBody);
        foreach (var (path, message) in _validation.Found)
        {
            if (IsOfBody(path) ? !isBodyUnread : !unread.Contains(path)) Fail(path, message);
        }
    }

    private static bool IsOfBody(string path) => path is "" or ['/', ..];
}
