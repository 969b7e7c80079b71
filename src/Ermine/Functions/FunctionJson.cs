using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ermine.Functions;

/// <summary>How what an operator sees becomes JSON, without the app's own options having to know of it.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FunctionStatus[]))]
[JsonSerializable(typeof(CallProblem))]
[JsonSerializable(typeof(RunStatus))]
[JsonSerializable(typeof(RunStatus[]))]
[JsonSerializable(typeof(RunLocation))]
internal sealed partial class FunctionJson : JsonSerializerContext;
