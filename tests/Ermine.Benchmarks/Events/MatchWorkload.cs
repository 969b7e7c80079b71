namespace Ermine.Benchmarks.Events;

/// <summary>Rules that events are matched against.</summary>
/// <param name="Name">The operator, or what is combined.</param>
/// <param name="IsSingle">Whether it is one operator, of which more is asked than of combinations.</param>
/// <param name="Patterns">The rules.</param>
internal sealed record MatchWorkload(string Name, bool IsSingle, IReadOnlyList<string> Patterns)
{
    /// <summary>The workloads of city lots.</summary>
    public static readonly MatchWorkload[] OfLots =
    [
        new("exact", true, [Property("STREET", "\"JEFFERSON\"")]),
        new("prefix", true, [Property("STREET", "{\"prefix\":\"JEFF\"}")]),
        new("suffix", true, [Property("STREET", "{\"suffix\":\"SON\"}")]),
        new("wildcard", true, [Property("STREET", "{\"wildcard\":\"J*F*N\"}")]),
        new("ignore case", true, [Property("STREET", "{\"equals-ignore-case\":\"Jefferson\"}")]),
        new("numeric", true, [Property("AREA", "{\"numeric\":[\">\",100,\"<=\",300]}")]),
        new("cidr", true, [Property("ADDRESS", "{\"cidr\":\"10.16.0.0/12\"}")]),
        new("anything but", true, [Property("STREET", "{\"anything-but\":[\"JEFFERSON\",\"BAY\"]}")]),
        new("exists", true, [Property("LOT_NUM", "{\"exists\":true}")]),
        new("arrays of objects", false, ["""{"properties":{"owners":{"name":[{"prefix":"Owner 1"}],"share":[{"numeric":[">",50]}]}},"geometry":{"type":["Polygon"]}}"""]),
        new("eight rules", false,
        [
            Property("STREET", "\"JEFFERSON\""), Property("STREET", "{\"prefix\":\"FRAN\"}"), Property("BLKLOT", "{\"suffix\":\"7\"}"), Property("MAPBLKLOT", "{\"wildcard\":\"0*1*2\"}"),
            Property("AREA", "{\"numeric\":[\">\",100,\"<=\",300]}"), Property("ADDRESS", "{\"cidr\":\"10.16.0.0/12\"}"), Property("LOT_NUM", "{\"anything-but\":[\"001\",\"002\"]}"), Property("ST_TYPE", "{\"equals-ignore-case\":\"st\"}"),
        ]),
    ];

    /// <summary>The workloads of events in the shape of EventBridge's.</summary>
    public static readonly MatchWorkload[] OfBridge =
    [
        new("exact", true, ["""{"detail":{"state":["running"]}}"""]),
        new("prefix", true, ["""{"time":[{"prefix":"2017-12-22"}]}"""]),
        new("suffix", true, ["""{"region":[{"suffix":"-1"}]}"""]),
        new("wildcard", true, ["""{"resources":[{"wildcard":"arn:*:instance/i-*7"}]}"""]),
        new("ignore case", true, ["""{"detail":{"state":[{"equals-ignore-case":"RUNNING"}]}}"""]),
        new("numeric", true, ["""{"detail":{"count":[{"numeric":[">",0,"<=",5]}]}}"""]),
        new("cidr", true, ["""{"detail":{"source-ip":[{"cidr":"10.0.0.0/10"}]}}"""]),
        new("anything but", true, ["""{"detail":{"state":[{"anything-but":["pending","stopped"]}]}}"""]),
        new("exists", true, ["""{"detail":{"limit":[{"exists":true}]}}"""]),
        new("eight rules", false,
        [
            """{"source":["shop.compute"],"detail-type":["Instance State-change Notification"]}""", """{"time":[{"prefix":"2017-10"}]}""", """{"detail":{"state":[{"anything-but":"pending"}]}}""",
            """{"detail":{"count":[{"numeric":[">",0,"<=",5]}]}}""", """{"detail":{"limit":[100,200,301.8]}}""", """{"detail":{"source-ip":[{"cidr":"10.0.0.0/10"}]}}""",
            """{"region":[{"suffix":"-1"}]}""", """{"detail":{"state":[{"equals-ignore-case":"Stopped"}]}}""",
        ]),
    ];

    /// <summary>Rules on the lots of one block each, as many subscribers have.</summary>
    public static IEnumerable<string> Subscriptions(int first, int count) => Enumerable.Range(first, count).Select(i =>
        $$$"""{"type":["Feature"],"properties":{"BLKLOT":["{{{i:D7}}}"],"STREET":[{"anything-but":"BAY"}]}}""");

    /// <summary>Rules on the lots of one street and kind each.</summary>
    public static IEnumerable<string> OfStreets() => Enumerable.Range(0, 10).Select(i =>
        $$$"""{"type":["Feature"],"properties":{"STREET":["{{{(i % 2 == 0 ? "JEFFERSON" : $"STREET {i}")}}}"],"BLKLOT":[{"suffix":"{{{i}}}"}]}}""");

    private static string Property(string name, string alternative) => $$$"""{"properties":{"{{{name}}}":[{{{alternative}}}]}}""";
}
