namespace Ermine.Generator.Model;

/// <summary>The typed client of a class: what other code names, so that it is there while one types.</summary>
/// <param name="Namespace">The namespace of the class, which is the client's too; empty for the global one.</param>
/// <param name="Name">The name of the class, with those of the classes around it.</param>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="FullName">The class's name as a person writes it.</param>
/// <param name="Calls">Its methods, by the ids of their functions.</param>
internal sealed record ClientModel(string Namespace, string Name, string HintName, string FullName, EquatableArray<CallModel> Calls)
{
    /// <summary>The client of a class; null where none of its functions is on demand.</summary>
    public static ClientModel? Of(ClassModel type)
    {
        var calls = type.Functions.Select(f => f.Call).OfType<CallModel>().ToEquatableArray();
        return calls.Count == 0 ? null : new ClientModel(type.Namespace, type.Name.TrimStart('@'), type.HintName.Substring(0, type.HintName.Length - ".g.cs".Length) + "-Calls.g.cs", type.FullName, calls);
    }
}
