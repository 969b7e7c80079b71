using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ermine.Kernel;

/// <summary>How payloads become JSON.</summary>
public sealed class PayloadOptions
{
    /// <summary>The serializer's options: web defaults, at most 32 levels deep. Insert your own context with
    /// <c>TypeInfoResolverChain.Insert(0, MyContext.Default)</c>; ahead-of-time compilation needs it.</summary>
    public JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = 32,
        TypeInfoResolver = JsonSerializer.IsReflectionEnabledByDefault ? Reflecting() : JsonTypeInfoResolver.Combine(),
    };

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Reached only where reflection is enabled, which trimming turns off.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Reached only where reflection is enabled, which ahead-of-time compilation turns off.")]
    private static DefaultJsonTypeInfoResolver Reflecting() => new();
}
