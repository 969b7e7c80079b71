using Ermine.Kernel;

namespace Ermine.Http.Versions;

/// <summary>The versions that an endpoint serves, as metadata of it.</summary>
/// <param name="Names">The versions.</param>
internal sealed record ApiVersions(IReadOnlyList<string> Names)
{
    /// <summary>The header that names a version where the path names none.</summary>
    public const string Header = "api-version";

    /// <summary>The versions that a function belongs to: its own, else those of its class. None where it has no attribute.</summary>
    public static IReadOnlyList<string> Of(FunctionDescriptor function) => [.. function.Metadata.OfType<ApiVersionAttribute>().Select(v => Checked(function, v.Version)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>A template below a version.</summary>
    public static string Below(string version, string template) => $"/v{version}/{template.TrimStart('~').TrimStart('/')}";

    private static string Checked(FunctionDescriptor function, string version) => version.Length > 0 && version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')
        ? version
        : throw new ErmineStartupException($"Function '{function.Id}' has [ApiVersion(\"{version}\")]; a version has letters, digits, dots and hyphens.");
}
