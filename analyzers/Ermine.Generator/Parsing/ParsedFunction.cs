using System.Collections.Immutable;
using Ermine.Generator.Model;

namespace Ermine.Generator.Parsing;

/// <summary>A method as the parser sees it: the model if it can be a function, the faults if not; neither for half-typed code.</summary>
internal sealed record ParsedFunction(FunctionModel? Model, ImmutableArray<Fault> Faults);
