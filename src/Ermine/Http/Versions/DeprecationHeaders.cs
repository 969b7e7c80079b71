using System.Globalization;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;

namespace Ermine.Http.Versions;

/// <summary>Tells callers with every answer that a function will go.</summary>
internal sealed class DeprecationHeaders
{
    private readonly string _deprecation;
    private readonly string? _sunset;
    private readonly string? _link;

    /// <exception cref="ErmineStartupException">A date cannot be read.</exception>
    public DeprecationHeaders(FunctionDescriptor function, DeprecatedAttribute deprecated)
    {
        var since = Day(function, nameof(deprecated.Since), deprecated.Since) ?? DateTimeOffset.UnixEpoch; // the header must have a date, and any that is past says what is meant
        _deprecation = $"@{since.ToUnixTimeSeconds()}";
        _sunset = Day(function, nameof(deprecated.Sunset), deprecated.Sunset)?.ToString("R", CultureInfo.InvariantCulture);
        _link = deprecated.Link is { } link ? $"<{link}>; rel=\"deprecation\"" : null;
    }

    public Task AddAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers["Deprecation"] = _deprecation;
        if (_sunset is not null) headers["Sunset"] = _sunset;
        if (_link is not null) headers.Append("Link", _link);
        return next(context);
    }

    private static DateTimeOffset? Day(FunctionDescriptor function, string name, string? text) => text is null ? null
        : DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day
        : throw new ErmineStartupException($"Function '{function.Id}' is [Deprecated({name} = \"{text}\")], which is no day; write it as \"2027-01-31\" (ERM422).");
}
