using System.Globalization;
using System.Text.Json;

namespace Ermine.Kernel;

/// <summary>What generated code has found wrong with the values that a function is called with.</summary>
/// <remarks>Nothing is written on the way down: a check says what is wrong with the value before it, and whoever called the check says
/// where that value stands, by <see cref="Within(int, string)"/>. So a path is made only where there is an error, and values that are right
/// cost a comparison each. Like its invocation it belongs to one run.</remarks>
public sealed partial class ValidationErrors : IServiceProvider
{
    // What one request can make us write is bounded: a body of 1 MB holds some hundred thousand values that are wrong.
    private const int MaxErrors = 200;
    private const int MaxDepth = 32;

    private readonly List<ValidationError> _found = [];
    private Invocation? _invocation;
    private JsonNamingPolicy? _naming;
    private int _depth;

    internal ValidationErrors()
    {
    }

    /// <summary>How many errors were found so far, at most 200; those beyond are not kept.</summary>
    public int Count => _found.Count;

    /// <summary>What the attribute said that failed last.</summary>
    public string Message { get; private set; } = "";

    internal IReadOnlyList<ValidationError> Found => _found;

    /// <summary>A member's name in JSON, as the app's naming policy writes it.</summary>
    public string Name(string member) => _naming?.ConvertName(member) ?? member;

    /// <summary>Notes what is wrong with the value that is being checked.</summary>
    public void Add(string message) => Keep("", message);

    /// <summary>Notes what is wrong with a member of the value that is being checked.</summary>
    /// <param name="name">The member's name in JSON.</param>
    /// <param name="message">What is wrong.</param>
    public void Add(string name, string message) => Keep(JsonPointer.Segment(name), message);

    /// <summary>Notes what is wrong with a value of route, query, header, cookie or form.</summary>
    /// <param name="name">Its name there.</param>
    /// <param name="message">What is wrong.</param>
    public void AddParameter(string name, string message) => Keep(name, message);

    /// <summary>Says in which member stands what was found since.</summary>
    /// <param name="before">How many errors there were before.</param>
    /// <param name="name">The member's name in JSON, or a key.</param>
    public void Within(int before, string? name)
    {
        var segment = JsonPointer.Segment(name ?? "");
        for (var i = before; i < _found.Count; i++) _found[i] = _found[i] with { Path = segment + _found[i].Path };
    }

    /// <summary>Says at which place of a list stands what was found since.</summary>
    /// <param name="before">How many errors there were before.</param>
    /// <param name="index">The place, from 0.</param>
    public void Within(int before, int index) => Within(before, index.ToString(CultureInfo.InvariantCulture));

    /// <summary>Says that the members that were named since are values of route, query, header, cookie or form.</summary>
    /// <param name="before">How many errors there were before.</param>
    public void AsParameters(int before)
    {
        for (var i = before; i < _found.Count; i++) _found[i] = _found[i] with { Path = JsonPointer.Plain(_found[i].Path) };
    }

    /// <summary>Goes one level deeper into values that can hold others of their kind; false, with the error noted, at 32.</summary>
    public bool Enter()
    {
        if (++_depth <= MaxDepth) return true;

        _depth--;
        Add($"The value is nested more than {MaxDepth} levels deep.");
        return false;
    }

    /// <summary>Comes back from a level that was entered.</summary>
    public void Leave() => _depth--;

    /// <summary>A service of the run, for attributes and values that ask for one.</summary>
    object? IServiceProvider.GetService(Type serviceType) => _invocation?.Services.GetService(serviceType);

    internal ValidationErrors Begin(Invocation? invocation, JsonSerializerOptions json)
    {
        (_invocation, _naming) = (invocation, json.PropertyNamingPolicy);
        return this;
    }

    /// <summary>Makes the object ready for another run.</summary>
    internal void End()
    {
        if (_found.Count > 0) _found.Clear();
        (_depth, _invocation, Message) = (0, null, "");
    }

    private void Keep(string path, string message)
    {
        if (_found.Count < MaxErrors) _found.Add(new ValidationError(path, message));
    }
}
