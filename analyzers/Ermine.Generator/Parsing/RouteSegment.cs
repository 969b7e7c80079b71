using System.Text;

namespace Ermine.Generator.Parsing;

/// <summary>What stands between two slashes of a route template: texts and parameters in turn.</summary>
internal sealed class RouteSegment
{
    private readonly StringBuilder _text = new();
    private RouteParameter? _last;
    private RouteParameter? _optional;
    private RouteParameter? _catchAll;
    private int _parts;

    /// <summary>What is wrong with it; empty while nothing is.</summary>
    public string Error { get; private set; } = "";

    public void Add(char letter)
    {
        if (_text.Length == 0) _parts++;
        _text.Append(letter);
        if (letter is '?' or '#') Error = $"a path has no '{letter}': values of the query are parameters of the method";
        if (_optional is not null) Error = $"the optional parameter '{_optional.Name}' is not the last of its segment";
    }

    public void Add(RouteParameter parameter)
    {
        if (_parts > 0 && _text.Length == 0) Error = $"nothing parts the parameters '{_last!.Name}' and '{parameter.Name}'";
        if (_optional is not null) Error = $"the optional parameter '{_optional.Name}' is not the last of its segment";
        if (parameter.IsMarkedOptional && _parts > 0 && _text.ToString() != ".") Error = $"the optional parameter '{parameter.Name}' can share its segment only behind a '.'";
        if (parameter.IsCatchAll) _catchAll = parameter;
        if (parameter.IsMarkedOptional) _optional = parameter;
        _last = parameter;
        _text.Clear();
        _parts++;
    }

    public void End()
    {
        if (Error.Length == 0 && _catchAll is not null && _parts > 1) Error = $"the catch-all parameter '{_catchAll.Name}' shares its segment";
    }
}
