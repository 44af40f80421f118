// What the mysql-cppconn pack needs of the connectors, after their documentation.
#pragma once
#include <string>

namespace sql {

using SQLString = std::string;

class Savepoint {};

class ResultSet {
public:
  virtual ~ResultSet();
  virtual bool next() = 0;
  virtual int getInt(unsigned) const = 0;
};

class Statement {
public:
  virtual ~Statement();
  virtual bool execute(const SQLString &) = 0;
  virtual ResultSet *executeQuery(const SQLString &) = 0;
  virtual int executeUpdate(const SQLString &) = 0;
  virtual long executeLargeUpdate(const SQLString &) = 0;
  virtual const int *executeBatch() = 0;
  virtual bool getMoreResults() = 0;
};

class PreparedStatement : public Statement {
public:
  using Statement::execute;
  virtual bool execute() = 0;
  using Statement::executeQuery;
  virtual ResultSet *executeQuery() = 0;
  using Statement::executeUpdate;
  virtual int executeUpdate() = 0;
  virtual void setInt(unsigned, int) = 0;
};

class Connection {
public:
  virtual ~Connection();
  virtual void commit() = 0;
  virtual void rollback() = 0;
  virtual void setAutoCommit(bool) = 0;
  virtual void setSchema(const SQLString &) = 0;
  virtual void setTransactionIsolation(int) = 0;
  virtual Savepoint *setSavepoint(const SQLString &) = 0;
  virtual void releaseSavepoint(Savepoint *) = 0;
  virtual bool isValid() = 0;
  virtual bool reconnect() = 0;
  virtual Statement *createStatement() = 0;
  virtual PreparedStatement *prepareStatement(const SQLString &) = 0;
};

class Driver {
public:
  virtual Connection *connect(const SQLString &, const SQLString &, const SQLString &) = 0;
};

class DriverManager {
public:
  static Connection *getConnection(const SQLString &);
};

namespace mysql {
class MySQL_Driver : public Driver {
public:
  Connection *connect(const SQLString &, const SQLString &, const SQLString &) override;
};
} // namespace mysql

} // namespace sql
