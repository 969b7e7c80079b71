namespace Ermine.Generator;

/// <summary>The names of the pipeline's steps, by which tests ask what ran again.</summary>
internal static class Steps
{
    /// <summary>The functions of each class, as text.</summary>
    public const string Classes = nameof(Classes);

    /// <summary>The functions of each class, without what is checked of their values.</summary>
    public const string Handlers = nameof(Handlers);

    /// <summary>What is checked of the values of each class's functions.</summary>
    public const string Validations = nameof(Validations);

    /// <summary>The typed clients of classes with functions on demand.</summary>
    public const string Clients = nameof(Clients);

    /// <summary>The names of the generated classes, for the assembly's catalog.</summary>
    public const string Catalog = nameof(Catalog);

    /// <summary>What the assembly is and what it references.</summary>
    public const string App = nameof(App);
}
