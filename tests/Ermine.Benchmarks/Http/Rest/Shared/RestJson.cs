using System.Text.Json.Serialization;

namespace Ermine.Benchmarks.Http.Rest.Shared;

/// <summary>The JSON of every app.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Item))]
[JsonSerializable(typeof(Caller))]
[JsonSerializable(typeof(Basket))]
[JsonSerializable(typeof(Placed))]
[JsonSerializable(typeof(int))]
public sealed partial class RestJson : JsonSerializerContext;
