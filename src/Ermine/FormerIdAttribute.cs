namespace Ermine;

/// <summary>Names an id that a function had before, so that what was recorded under it still finds the function.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class FormerIdAttribute(string id) : Attribute
{
    /// <summary>The earlier id.</summary>
    public string Id { get; } = id;
}
