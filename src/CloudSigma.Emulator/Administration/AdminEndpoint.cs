// The addresses below /_emulator/: they steer the emulator and are not part of the API.
using System.Net;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Hosting;
using CloudSigma.Emulator.Resources.Jobs;
using Microsoft.AspNetCore.Http;

namespace CloudSigma.Emulator.Administration;

internal sealed class AdminEndpoint(EmulatorCore core)
{
    private const string Root = "/_emulator/";

    public static bool Owns(HttpRequest http) => (http.Path.Value + "/").StartsWith(Root, StringComparison.Ordinal);

    public async Task<ApiResponse> AnswerAsync(HttpContext http)
    {
        try
        {
            // Neither other machines nor web pages in a browser of this machine may steer the cloud.
            if (http.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address) || http.Request.Headers.Origin.Count > 0)
                throw ApiException.Permission("Only programs on this machine can use the addresses of the emulator");
            return Answer(http.Request.Method, http.Request.Path.Value!.Trim('/'), await RequestHandler.ReadBodyAsync(http, http.Request.Body).ConfigureAwait(false));
        }
        catch (ApiException refusal)
        {
            return ApiResponse.Refusal(refusal);
        }
        catch (BadHttpRequestException problem)
        {
            return ApiResponse.Broken(problem);
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or OperationCanceledException))
        {
            return ApiResponse.Failure(failure);
        }
    }

    private ApiResponse Answer(string method, string path, ReadOnlyMemory<byte> body)
    {
        switch (path["_emulator".Length..].Trim('/'))
        {
            case "requests":
                if (Allowed(method, "GET", "DELETE") == "GET") return AdminJson.Requests(core.Log.Snapshot());
                core.Log.Clear();
                return ApiResponse.NoContent();
            case "faults":
                return Faults(Allowed(method, "GET", "POST", "DELETE"), body);
            case "reset":
                Allowed(method, "POST");
                core.Reset();
                return ApiResponse.NoContent();
            case "time":
                if (Allowed(method, "GET", "POST") == "POST") Advance(AdminJson.Advance(BodyReader.One(body)));
                return AdminJson.Time(core.Clock);
            case "seed":
                Allowed(method, "POST");
                return AdminJson.Counts(new Seeder(core.Cloud).Run(BodyReader.One(body)));
            case "sessions/expire":
                Allowed(method, "POST");
                core.ExpireSessions();
                return ApiResponse.NoContent();
            case var name when name.Split('/') is ["jobs", var id, "fail"]:
                Allowed(method, "POST");
                FailJob(id, AdminJson.Message(BodyReader.ActionBody(body)));
                return ApiResponse.NoContent();
            case var name when name.Split('/') is ["servers", var id, "state"]:
                Allowed(method, "POST");
                new ServerControls(core.Cloud).SetStatus(id, AdminJson.Status(BodyReader.One(body)));
                return ApiResponse.NoContent();
            case var name when name.Split('/') is ["servers", var id, "context"]:
                Allowed(method, "POST");
                return AdminJson.Port(new ServerControls(core.Cloud).OpenContext(id));
            case var name when name.Split('/') is ["accounts", var email, "balance"]:
                Allowed(method, "POST");
                new ServerControls(core.Cloud).SetBalance(email, AdminJson.Balance(BodyReader.One(body)));
                return ApiResponse.NoContent();
            default:
                throw ApiException.NotFound($"There is nothing at /{path}");
        }
    }

    private void Advance(TimeSpan by)
    {
        try
        {
            core.Advance(by);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw ApiException.Validation("Time goes forward only, and at most a thousand years in all", "advance");
        }
    }

    private void FailJob(string id, string? message)
    {
        var state = core.FailJob(id, message) ?? throw ApiException.NotFound($"There is no job {id}");
        if (state != JobsResource.Started) throw ApiException.Permission($"Job {id} has ended already, with \"{state}\"");
    }

    private ApiResponse Faults(string method, ReadOnlyMemory<byte> body)
    {
        if (method == "DELETE")
        {
            core.Faults.Clear();
            return ApiResponse.NoContent();
        }

        if (method == "GET") return AdminJson.Faults(core.Faults.Snapshot());
        foreach (var fault in BodyReader.Many(body).Select(AdminJson.Fault).ToArray()) core.AddFault(fault);
        return AdminJson.Faults(core.Faults.Snapshot());
    }

    private static string Allowed(string method, params IReadOnlyList<string> methods) =>
        methods.Contains(method) ? method : throw ApiException.MethodNotAllowed(method, methods);
}
