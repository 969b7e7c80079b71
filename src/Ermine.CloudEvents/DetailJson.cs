using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ermine.CloudEvents;

/// <summary>How the data of a CloudEvent becomes JSON, and how an event is read.</summary>
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(byte[]))]
internal sealed partial class DetailJson : JsonSerializerContext;
