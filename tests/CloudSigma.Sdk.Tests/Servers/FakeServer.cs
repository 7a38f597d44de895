// One server on a fake handler: each look shows the next state, and the last one for ever.
using System.Net;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Servers;

internal sealed class FakeServer
{
    private readonly Queue<string> _states = new();

    public FakeServer(Action<CloudSigmaClientOptions>? change = null)
    {
        Handler = new FakeHandler(r => r.Method switch
        {
            "GET" => Look(r),
            "DELETE" => Delete(r),
            _ => Post(r.Query("do")!),
        });
        Root = TestClient.Create(Handler, o =>
        {
            o.TimeProvider = Time;
            change?.Invoke(o);
        });
    }

    public ManualTimeProvider Time { get; } = new();

    public FakeHandler Handler { get; }

    public CloudSigmaClient Root { get; }

    public IServersClient Servers => Root.Servers;

    /// <summary>What a look is answered instead of a state; null for the next state.</summary>
    public Func<FakeRequest, HttpResponseMessage?> AnswerLook { get; set; } = static _ => null;

    /// <summary>What an action is answered.</summary>
    public Func<string, HttpResponseMessage> Post { get; set; } = static action => FakeHandler.Json($$"""{"action":"{{action}}","result":"success"}""", HttpStatusCode.Accepted);

    /// <summary>What a delete is answered.</summary>
    public Func<FakeRequest, HttpResponseMessage> Delete { get; set; } = static _ => new HttpResponseMessage(HttpStatusCode.NoContent);

    /// <summary>What was asked, without the looks: the actions by their names, and other methods.</summary>
    public IEnumerable<string> Sent => Handler.Requests.Where(static r => r.Method != "GET").Select(static r => r.Query("do") ?? r.Method);

    public int Looks => Handler.Requests.Count(static r => r.Method == "GET");

    public static HttpResponseMessage Refusal(string state = "stopping") =>
        FakeHandler.Json($$"""[{"error_type":"permission","error_message":"Cannot stop guest in state \"{{state}}\"","error_point":null}]""", HttpStatusCode.Forbidden);

    public static HttpResponseMessage Lost() => throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset by peer");

    /// <summary>A state with a status only, with a runtime of null, or with more members.</summary>
    public static string State(string status, string more = "\"runtime\":null") => $$"""{"uuid":"{{TestClient.Uuid}}","name":"s","status":"{{status}}",{{more}}}""";

    public FakeServer Show(params string[] states)
    {
        foreach (var state in states) _states.Enqueue(state.StartsWith('{') ? state : State(state));
        return this;
    }

    /// <summary>Moves the clock until a task has ended, however it does.</summary>
    public async Task<T> RunAsync<T>(Task<T> task)
    {
        await Time.RunUntilCompletedAsync(Task.WhenAny(task));
        return await task;
    }

    public Task<Server> WaitAsync(Operation<Server> operation) => RunAsync(operation.WaitForCompletionAsync());

    private HttpResponseMessage Look(FakeRequest request) => AnswerLook(request) ?? FakeHandler.Json(_states.Count > 1 ? _states.Dequeue() : _states.Peek());
}
